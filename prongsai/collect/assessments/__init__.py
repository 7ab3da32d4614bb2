"""An office's year under one framework, and the results that were brought into it."""
