"""What a person declares by an act: the very text that is shown, signed and kept."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from app.domain.plan.acts import Deed
from app.domain.plan.codec import canonical

FORMAT: Final = "irplan-declaration/1"

_SAYS: Final[Mapping[Deed, str]] = {
    Deed.REVIEWED: "have reviewed and support",
    Deed.CHANGES_REQUESTED: "have reviewed and request changes to",
    Deed.APPROVED: "approve",
    Deed.ISSUED_IN_EMERGENCY: "approve in an emergency, before it was reviewed,",
    Deed.REVIEWED_AFTERWARDS: "have reviewed, after it was issued in an emergency,",
    Deed.WITHDRAWN: "withdraw",
}
"""What the person does with the version; other deeds are not declared."""

DECLARED: Final = frozenset(_SAYS)


class NoDeclaration(ValueError):
    """A text that is no declaration of ours; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """Who says what about which content when.

    `plan` is the plan's id, `document` its number or title, `content` the SHA-256 of what is
    approved (`matter`), `at` is UTC and exact to the second.
    """

    plan: str
    document: str
    version: str
    deed: Deed
    by: str
    role: str
    content: str
    at: datetime
    reason: str = ""

    @property
    def sentence(self) -> str:
        """What the person reads before signing."""
        person = f"{self.by}, {self.role}," if self.role else f"{self.by},"
        because = f" Reason: {self.reason}" if self.reason else ""
        return (
            f"I, {person} {_SAYS[self.deed]} version {self.version} of {self.document}, whose "
            f"content has the SHA-256 {self.content}. I understand that this is the equivalent of "
            f"my handwritten signature.{because}"
        )


def declaration_text(declaration: Declaration) -> str:
    """The text that is signed: one JSON object with sorted keys and no blanks."""
    return canonical(
        {
            "format": FORMAT,
            "plan": declaration.plan,
            "document": declaration.document,
            "version": declaration.version,
            "meaning": declaration.deed.value,
            "by": declaration.by,
            "role": declaration.role,
            "content": declaration.content,
            "at": declaration.at.astimezone(UTC).isoformat(timespec="seconds"),
            "reason": declaration.reason,
            "statement": declaration.sentence,
        }
    ).decode()


def declaration_from(text: str) -> Declaration:
    """The declaration that `text` is, to the letter.

    Raises:
        NoDeclaration: it is none, or says something else than its fields do.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NoDeclaration("it is not JSON") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise NoDeclaration(f"its format is not {FORMAT}")
    found = _read(data)
    if declaration_text(found) != text:
        raise NoDeclaration("its fields and its wording do not agree")
    return found


def _read(data: Mapping[str, object]) -> Declaration:
    texts = ("plan", "document", "version", "meaning", "by", "role", "content", "at", "reason")
    missing = [name for name in texts if not isinstance(data.get(name), str)]
    if missing:
        raise NoDeclaration(f"it does not state {', '.join(missing)}")
    said = {name: str(data[name]) for name in texts}
    try:
        deed, at = Deed(said.pop("meaning")), datetime.fromisoformat(said.pop("at"))
    except ValueError as error:
        raise NoDeclaration("its meaning or its time is none") from error
    if deed not in DECLARED or at.tzinfo is None:
        raise NoDeclaration("its meaning or its time is none")
    return Declaration(deed=deed, at=at.astimezone(UTC), **said)
