"""What an exported file is called."""

from typing import Final

from app.domain.document.audience import Audience
from app.domain.document.tree import Document

LONGEST_NAME: Final = 60
LONGEST_EDITION: Final = 20
"""Characters of a file name that say which document, and which edition of it."""

_RESERVED: Final = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10))}
)


def file_stem(document: Document) -> str:
    """A file name any system takes, from the document's id (or title) and version.

    A long title is cut, never the version: a draft must not overwrite what was issued.
    """
    metadata = document.metadata
    name = plain_words(metadata.document_id or metadata.title, LONGEST_NAME) or "plan"
    edition = plain_words(metadata.version or "draft", LONGEST_EDITION)
    if document.watermark and not edition.endswith("draft"):
        edition = f"{edition}-draft".strip("-")
    stem = f"{name}-{edition}".strip("-")
    if metadata.audience is not Audience.PLAN:
        stem = f"{stem}-{metadata.audience.value}"
    return f"plan-{stem}" if stem.upper() in _RESERVED else stem


def plain_words(text: str, longest: int) -> str:
    """`text` as a part of a file name: letters, digits and dashes, `longest` at most."""
    kept = "".join(char if char.isascii() and char.isalnum() else "-" for char in text)
    return "-".join(word for word in kept.split("-") if word)[:longest].strip("-")
