"""What another answer would change in the plan, in words."""

from collections.abc import Iterator
from dataclasses import fields
from difflib import ndiff
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.document.prose.reader import read
from app.domain.document.prose.writer import write
from app.domain.plan.changes import RecordChange
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.sections import Section
from app.services.answering.bundles import Bundle
from ui.models.record_names import name_of, record_name, table_words
from ui.models.record_typing import typed_text
from ui.models.record_words import words_for


def title_of(plan: Plan, bundle: Bundle) -> str:
    """One line: what happens to what."""
    if bundle.kind is Kind.CELL:
        return _tr("The classification matrix changes")
    head = next((item.change for item in bundle.items if item.change.id == bundle.id), None)
    if head is None:
        return _tr("{0} changes").format(name_of(plan, bundle.kind, bundle.id))
    if isinstance(head.after, Section):
        return _tr("Text of {0}").format(head.after.title)
    name = record_name(plan, head.kind, head.before if head.after is None else head.after)
    one = table_words(head.kind).one
    if head.before is None:
        return _tr("New: {0} \u2013 {1}").format(one, name)
    if head.after is None:
        return _tr("Falls away: {0} \u2013 {1}").format(one, name)
    return _tr("Changes: {0} \u2013 {1}").format(one, name)


def details_of(plan: Plan, bundle: Bundle) -> str:
    """What is there now and what would be, a line each."""
    return "\n".join(line for item in bundle.items for line in _lines(plan, item.change))


def _lines(plan: Plan, change: RecordChange) -> Iterator[str]:
    if isinstance(change.before, Section) and isinstance(change.after, Section):
        yield from _text_lines(change.before, change.after)
    elif change.before is None:
        yield _tr("+ {0}").format(record_name(plan, change.kind, change.after))
    elif change.after is None:
        yield _tr("\u2212 {0}").format(record_name(plan, change.kind, change.before))
    else:
        yield record_name(plan, change.kind, change.after)
        yield from _field_lines(change.before, change.after)


def _text_lines(before: Section, after: Section) -> Iterator[str]:
    if before.not_applicable != after.not_applicable:
        reason = after.not_applicable
        yield _tr("Not applicable: {0}").format(reason) if reason else _tr("The section applies.")
    for line in ndiff(_paragraphs(before.prose), _paragraphs(after.prose)):
        if line.startswith(("+ ", "- ")):
            yield line.replace("- ", "\u2212 ", 1) if line.startswith("-") else line


def _paragraphs(text: str) -> list[str]:
    """One line for each paragraph, list or table."""
    return [" ".join(write((block,)).split()) for block in read(text)]


def _field_lines(before: Any, after: Any) -> Iterator[str]:  # noqa: ANN401 - any record
    words = words_for(type(after))
    for item in fields(after):
        old, new = getattr(before, item.name), getattr(after, item.name)
        if old != new:
            label = words[item.name].label if item.name in words else item.name
            yield f"  {label}: {_shown(old)} \u2192 {_shown(new)}"


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(typed_text, value)) or _tr("open")
    return typed_text(value) or _tr("open")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Consequences", text)
