"""What the results come to: the score with its working, kept runs, and a whole nation at once."""
