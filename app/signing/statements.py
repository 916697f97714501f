"""The check that a statement can be signed, printed and read back unchanged."""

import unicodedata
from dataclasses import replace
from datetime import UTC

from app.services.signing import Statement
from app.signing.errors import StatementError

MAX_TEXT_LENGTH = 1_000
"""Characters in one text of a statement; a signature is not the place for an essay."""


def checked(statement: Statement) -> Statement:
    """The statement with its time in UTC and whole seconds.

    Raises:
        StatementError: The meaning is blank, or a text is too long or cannot be printed.
    """
    if not statement.meaning.strip():
        raise StatementError("Say what the signature means, for example Approved.", field="meaning")
    for field in ("meaning", "reason", "role", "location"):
        _check_text(field, getattr(statement, field))
    return replace(statement, signed_at=statement.signed_at.astimezone(UTC).replace(microsecond=0))


def _check_text(field: str, text: str) -> None:
    if len(text) > MAX_TEXT_LENGTH:
        raise StatementError(
            f"Shorten the {field} of the signature to {MAX_TEXT_LENGTH} characters.", field=field
        )
    if not all(char.isprintable() or unicodedata.category(char) == "Zs" for char in text):
        raise StatementError(
            f"Remove line breaks and control characters from the {field} of the signature.",
            field=field,
        )
