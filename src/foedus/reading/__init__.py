"""From a document to findings: what a text says was said, done and left undone, each with its verbatim words."""
