"""The answers a report may give, and the kinds of file it is given about."""

from enum import StrEnum


class Verdict(StrEnum):
    """The answer to "may I rely on this file?"."""

    VALID = "valid"
    """Every signature is intact, covers the file, and its certificate was supplied as trusted."""
    VALID_UNTRUSTED = "valid-untrusted"
    """As VALID, but at least one certificate is not vouched for by the supplied ones."""
    INCOMPLETE = "valid-incomplete"
    """Every signature holds, but somebody who has to sign has not, or was cut off."""
    INVALID = "invalid"
    """Something was changed after signing, or a signature cannot be relied on."""
    UNSIGNED = "unsigned"
    """The file can be read and carries no signature."""
    UNREADABLE = "unreadable"
    """The file is damaged, or neither a PDF nor a Word document."""


class FileKind(StrEnum):
    """What the bytes are, whatever the file is called."""

    PDF = "pdf"
    DOCX = "docx"
    OTHER = "other"
