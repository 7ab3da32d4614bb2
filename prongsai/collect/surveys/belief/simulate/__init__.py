"""Invented surveys of which it is known who answered how: what the statistics are set and tried with."""
