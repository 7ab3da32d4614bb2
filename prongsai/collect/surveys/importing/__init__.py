"""From what a form service exports to counts. Plain functions: no Django, nothing is stored."""
