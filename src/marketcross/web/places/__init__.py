"""Places: localities of several kinds, and the postcodes that lie in them."""
