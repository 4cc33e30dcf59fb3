"""Figures of a document: every number that is mentioned, with its value, unit, kind and what it measures."""
