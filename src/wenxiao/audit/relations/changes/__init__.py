"""Growth, differences, products and comparisons that prose states."""
