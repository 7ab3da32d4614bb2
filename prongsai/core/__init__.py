"""What a framework, a count, a score, a grade, a sample and a gap is. Standard library only."""
