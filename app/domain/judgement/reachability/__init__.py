"""Who is reached through the communication trees, when and how, if the worst happens."""
