"""Measures: what an office does about its result, who does it, by when."""
