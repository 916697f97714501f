"""The people of a plan: where they are named, what they carry, and whose contacts are checked."""
