"""A plain document, written as PDF, Word, spreadsheet or page. Knows nothing of the assessment."""
