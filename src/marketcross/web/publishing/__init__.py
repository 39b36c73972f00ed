"""Publishing: statements for everybody to read; later live evidence, gaps and opportunities."""
