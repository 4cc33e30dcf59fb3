"""Shares and rates that prose states."""
