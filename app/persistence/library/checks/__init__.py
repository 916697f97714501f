"""What must hold across the files of a template; each module adds to the problems."""
