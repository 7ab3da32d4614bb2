"""Who did what, when, and the frozen store. Rows are only ever added."""
