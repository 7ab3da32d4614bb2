"""One question a module that a story's own data can answer: each check gives findings."""
