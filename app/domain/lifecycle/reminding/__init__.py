"""What a plan reminds its owner of, and when."""
