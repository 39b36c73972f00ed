"""What the pathway's pages ask, a page each."""
