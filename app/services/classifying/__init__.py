"""What follows from a class of incident, and changing the scheme of classes."""
