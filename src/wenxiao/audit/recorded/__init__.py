"""A document against the data it is written from: each figure that names a fact must be that fact."""
