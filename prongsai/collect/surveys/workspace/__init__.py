"""The office's screens of a survey: set up, prepared, watched, sealed, read. No answer before sealing."""
