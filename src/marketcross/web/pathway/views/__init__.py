"""The pathway's pages. Permission is the route's rule; each makes one domain call and renders."""
