"""The report as a Word file, written and read back."""
