"""The core's pages: permission first (the route's rule), one domain call, render."""
