"""What the office sees of its items in the workspace."""
