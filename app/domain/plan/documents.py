"""Blank forms and prepared messages that travel with the plan."""

from dataclasses import dataclass

from app.domain.plan.ids import RecordId


@dataclass(frozen=True, slots=True)
class FormBlank:
    """One blank of a form, `lines` lines of text high.

    With `columns` it is a table under these heads, of `lines` empty rows.
    """

    label: str
    hint: str = ""
    lines: int = 1
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormTemplate:
    """A form people fill in during or after an incident."""

    id: RecordId
    name: str
    purpose: str = ""
    blanks: tuple[FormBlank, ...] = ()


@dataclass(frozen=True, slots=True)
class MessageTemplate:
    """A prepared message; `body` is the prose subset, `checks` are ticked before sending."""

    id: RecordId
    name: str
    audience: str = ""
    channel: str = ""
    body: str = ""
    required_facts: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
