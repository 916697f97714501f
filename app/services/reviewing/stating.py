"""Whether somebody has said something."""


def says(text: str) -> bool:
    """Whether `text` has a letter that a reader sees."""
    return any(letter.isprintable() and not letter.isspace() for letter in text)
