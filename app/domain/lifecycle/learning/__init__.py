"""What using a plan, in exercises and incidents, says of its parts."""
