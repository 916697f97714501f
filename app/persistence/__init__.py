"""Where plans are kept, and the library of templates and frameworks is read."""
