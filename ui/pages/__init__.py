"""The areas of the window, one module or package each."""
