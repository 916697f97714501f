"""Tables that pages share: of records, edited where they stand, and of words."""
