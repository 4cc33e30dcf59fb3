"""The narrative: Markdown with references, read into blocks."""
