"""What a plan made from a template would read like, before anybody has answered anything."""
