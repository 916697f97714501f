"""What is told about a signed file: signatures, time stamps, roles, and the plan it came from."""
