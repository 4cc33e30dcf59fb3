"""The official forms and attached tables."""
