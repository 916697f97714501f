"""The page of backups: what can be restored, and what that would change."""
