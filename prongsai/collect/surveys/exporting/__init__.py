"""What leaves a sealed survey: counts and a codebook, as CSV and as a spreadsheet. Never sheets."""
