"""Look a statutory value up on a date, and say which value and source were used."""
