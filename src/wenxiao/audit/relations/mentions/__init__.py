"""Claims between mentions: one thing told twice, targets and results, counts."""
