"""The page of all findings, where each is mended or accepted with a reason."""
