"""A real server, a real database and many respondents at once: for tests of faults and for benchmarks."""
