"""The `prongsai` command. Thin: it reads what it is given and calls the rooms that need no database."""
