"""Tables from elsewhere: CSV files, vCards, and what was copied from a spreadsheet."""
