"""Taking the rows of a table into a plan: columns, values, problems, and the one step of undo."""
