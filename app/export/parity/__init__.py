"""What a PDF and a Word file of one document have in common, read back from both files."""
