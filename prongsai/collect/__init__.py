"""What is brought in of an assessment year: results, and later anonymous sheets and reviewed evidence."""
