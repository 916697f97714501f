"""vCards of the versions 2.1, 3.0 and 4.0: lines, properties, cards, and the table of them."""
