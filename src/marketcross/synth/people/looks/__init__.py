"""What makes people and places look like some: names, addresses, numbers and ways to be reached."""
