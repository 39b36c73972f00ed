"""The document model: a statement made once, as blocks and runs, from which the page and the PDF are two renderings."""
