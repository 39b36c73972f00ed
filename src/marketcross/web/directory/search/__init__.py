"""How a search is understood, and what it finds. docs/method/directory.md says it in prose."""
