"""The lines that people sign on in Word: which there are, and the ids Word knows them by."""

from typing import Final
from uuid import UUID, uuid5

from app.domain.document.signature_fields import SignatureRole

WORD_LINES: Final = (SignatureRole.SEAL.value, SignatureRole.APPROVER.value)
"""The fields that have a line in a Word file, which takes two signatures; the PDF takes all."""

_LINES: Final = UUID("6a4d3c1e-9d0b-5c57-8f0e-2b1f7d6a90c4")
"""The space that the ids of lines are made in; another value would orphan lines made before."""


def line_id(field: str) -> str:
    """The id of the line of `field` as Word writes it: `{C5C2…}`, the same in every file."""
    return f"{{{uuid5(_LINES, field)}}}".upper()


def line_named(identifier: str) -> str:
    """The field whose line has this id, in whatever letters; blank for a line of others."""
    return next((name for name in WORD_LINES if line_id(name) == identifier.upper()), "")
