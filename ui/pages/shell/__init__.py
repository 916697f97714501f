"""What the window does whatever page it shows: its commands, undo, drops."""
