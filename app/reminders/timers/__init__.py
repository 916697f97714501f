"""Tasks of each operating system that run `irplan remind` every day."""
