"""The public verbs, one a file: what the program answers and does, as functions on typed objects."""
