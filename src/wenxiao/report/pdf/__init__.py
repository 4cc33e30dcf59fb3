"""The report as a PDF file, set by Typst."""
