"""Claims within tables, between tables, and between tables and prose."""
