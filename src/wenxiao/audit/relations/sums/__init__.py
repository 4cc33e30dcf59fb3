"""Sums that prose states."""
