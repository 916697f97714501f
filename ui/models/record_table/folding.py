"""Texts without case and accents, so that `Zurich` finds `Zürich`."""

import unicodedata


def folded(text: str) -> str:
    """`text` in lower case, without accents and other marks on letters."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))
