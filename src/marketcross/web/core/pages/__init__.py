"""Page components, once for all contexts: form templates, tags, and what every page knows."""
