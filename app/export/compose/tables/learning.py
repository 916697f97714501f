"""What exercises and incidents left behind: uses of the plan, lessons, attached files."""

from typing import Final

from app.domain.document.inline import Mark, plain
from app.domain.document.tree import Block, Cell
from app.domain.plan.lessons import Activation, Lesson
from app.domain.plan.naming import name_of
from app.domain.plan.plan import Plan
from app.domain.plan.practice import part_of
from app.export.compose import names
from app.export.compose.cells import optional, stacked
from app.export.compose.scribe import Scribe

_HALF: Final = 32
"""Hexadecimal digits of a hash on one line."""


def activations(scribe: Scribe) -> tuple[Block, ...]:
    """The incidents in which the plan was used."""
    if not scribe.plan.activations:
        return ()
    heads = {
        "activations.incident": 1.8,
        "activations.time": 1.6,
        "activations.severity": 1.0,
        "activations.course": 4.2,
    }
    rows = (
        (
            scribe.marked(item, _named(item, scribe)),
            _time(item, scribe),
            optional(names.severity(scribe.plan, item.severity)),
            _course(item, scribe),
        )
        for item in scribe.plan.activations.values()
    )
    return (scribe.table(scribe.say("activations.caption"), heads, rows, "table:activations"),)


def lessons(scribe: Scribe) -> tuple[Block, ...]:
    """What was found, and what became of it."""
    if not scribe.plan.lessons:
        return ()
    heads = {
        "lessons.lesson": 3.2,
        "lessons.about": 1.8,
        "lessons.owner": 1.5,
        "lessons.decision": 2.4,
    }
    rows = (
        (
            scribe.marked(item, _lesson(item, scribe)),
            optional(_name(item.about, scribe.plan)),
            optional(stacked(item.owner, scribe.day(item.due))),
            _decision(item, scribe),
        )
        for item in scribe.plan.lessons.values()
    )
    return (scribe.table(scribe.say("lessons.caption"), heads, rows, "table:lessons"),)


def kept_files(scribe: Scribe) -> tuple[Block, ...]:
    """Files that belong to what happened, each with its hash."""
    if not scribe.plan.files:
        return ()
    heads = {
        "kept-files.file": 2.2,
        "kept-files.about": 2.0,
        "kept-files.added": 1.8,
        "kept-files.hash": 3.6,
    }
    rows = (
        (
            scribe.marked(item, stacked(item.name, scribe.say("kept-files.size", n=item.size))),
            _name(item.about, scribe.plan) or item.about,
            optional(stacked(item.by, scribe.moment(item.at))),
            Cell((plain(item.id[:_HALF], Mark.CODE), plain(item.id[_HALF:], Mark.CODE))),
        )
        for item in scribe.plan.files.values()
    )
    return (scribe.table(scribe.say("kept-files.caption"), heads, rows, "table:files"),)


def _named(item: Activation, scribe: Scribe) -> str:
    category = scribe.plan.categories.get(item.category) if item.category else None
    kind = "" if category is None else category.name
    return stacked(item.name, kind, scribe.labelled("activations.owner", item.owner))


def _time(item: Activation, scribe: Scribe) -> str:
    """From when until when; an incident that goes on says so."""
    began = scribe.moment(item.started_at)
    if not began:
        return ""
    ended = scribe.moment(item.ended_at)
    if not ended:
        return stacked(began, scribe.say("activations.going-on"))
    return stacked(began, scribe.say("activations.until", moment=ended))


def _course(item: Activation, scribe: Scribe) -> Cell:
    """What happened, where the response departed from the plan, who took part, what was used."""
    used = (_name(part, scribe.plan) for part in item.exercised)
    return optional(
        stacked(
            item.summary,
            scribe.labelled("activations.departed", item.followed),
            scribe.labelled("activations.attended", scribe.commas(item.attendees)),
            scribe.labelled("activations.used", scribe.commas(used)),
        )
    )


def _lesson(item: Lesson, scribe: Scribe) -> str:
    source = scribe.labelled("lessons.source", _name(item.source, scribe.plan))
    return stacked(item.text, source, scribe.labelled("lessons.proposal", item.proposal))


def _decision(item: Lesson, scribe: Scribe) -> str:
    return stacked(scribe.say(f"lesson-state.{item.state.value}"), item.decision)


def _name(key: str, plan: Plan) -> str:
    """What the record `kind/id` is called; blank when the plan has none."""
    named = part_of(key)
    record = None if named is None else plan.find(*named)
    return "" if record is None else name_of(record)
