"""What the figures mean: findings, wording, and the books. No database needed."""
