"""The page of versions: where the draft stands, what was issued, and the audit trail."""
