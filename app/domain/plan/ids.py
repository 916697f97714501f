"""Stable names of records; diff, undo, audit and references go by them, never by position."""

import re
import unicodedata
from typing import NewType

RecordId = NewType("RecordId", str)
"""Lower-case letters, digits, dots and dashes; unique within its kind, never reused."""

ID_PATTERN = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?")
"""What a record id may look like, 64 characters at most."""

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def is_record_id(text: str) -> bool:
    """Whether `text` may serve as a record id."""
    return ID_PATTERN.fullmatch(text) is not None


def new_id(prefix: str) -> RecordId:
    """A fresh id such as `person-k7m2p9q4`; chance makes it unique, not a counter."""
    import secrets  # slow to load, and most starts make no record

    tail = "".join(secrets.choice(_ALPHABET) for _ in range(8))
    return RecordId(f"{prefix}-{tail}")


def id_from_name(name: str, taken: frozenset[str] = frozenset()) -> RecordId:
    """A readable id made from `name`, numbered when it is already `taken`."""
    base = _slug(name) or "record"
    candidate, count = base, 2
    while candidate in taken:
        candidate, count = f"{base}-{count}", count + 1
    return RecordId(candidate)


def _slug(name: str) -> str:
    ascii_name = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name.lower()).strip("-")[:48].strip("-")
