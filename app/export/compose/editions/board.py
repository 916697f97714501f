"""The board edition: on two pages what the board decides, when it is told, and how ready we are."""

from collections.abc import Iterator, Sequence
from typing import Final

from app.domain.document.tree import Block, Cell, Document
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.ids import RecordId
from app.domain.plan.obligations import Obligation
from app.domain.plan.roles import Role, RoleTier
from app.export.compose import names
from app.export.compose.cells import optional
from app.export.compose.editions.open_list import open_list
from app.export.compose.editions.readiness import readiness
from app.export.compose.editions.room import ONE_LINE, TWO_LINES, Extent, Trimmer, fitted
from app.export.compose.editions.source import (
    Source,
    heading,
    note,
    short_document,
    stated_facts,
)
from app.export.compose.tables.classification import tone_of
from app.export.compose.tables.duty_words import due, unverified

LEADING: Final = (RoleTier.BOARD, RoleTier.CRISIS, RoleTier.INCIDENT)
"""The levels whose holders the board has to know."""

RESERVED: Final = (
    ("edition.board.payment", "authority", "payment"),
    ("edition.board.shutdown", "authority", "shutdown"),
    ("edition.board.deadlock", "authority", "deadlock"),
    ("edition.board.public", "comms", "released_by"),
    ("edition.board.notices", "notification", "decided_by"),
    ("edition.board.spending", "authority", "spending"),
)
"""Decisions that are not left to those who respond, and the questions that say whose they are."""

WHOLE: Final = frozenset({"payment", "shutdown"})
"""Of these decisions half an answer would mislead: they keep two lines whatever else is cut."""


def board(source: Source, extent: Extent) -> Document:
    """Decisions, calls and people on one page; deadlines, readiness and open points on another."""
    title = source.labels("edition.board.title")
    scribe = source.scribe
    return fitted(
        lambda body: short_document(source, title, body),
        (
            lambda room: list(_first_page(source, Trimmer(scribe, room))),
            lambda room: list(_second_page(source, Trimmer(scribe, room))),
        ),
        extent,
    )


def _first_page(source: Source, trim: Trimmer) -> Iterator[Block]:
    say = source.labels
    yield heading(say("edition.board.decides"), "decides")
    yield from _stated(source, stated_facts(_decisions(source, trim)))
    yield heading(say("edition.board.called"), "called")
    yield from _stated(source, _levels(source, trim))
    yield heading(say("edition.board.leads"), "leads")
    yield from _stated(source, _leaders(source, trim))


def _second_page(source: Source, trim: Trimmer) -> Iterator[Block]:
    say = source.labels
    yield heading(say("edition.board.deadlines"), "deadlines", new_page=True)
    yield from _stated(source, _deadlines(source, trim))
    yield heading(say("edition.board.ready"), "ready")
    yield from readiness(source, trim)
    yield from open_list(source, trim)
    yield note(say("edition.shortened"))


def _stated(source: Source, blocks: Iterator[Block]) -> Sequence[Block]:
    """The blocks, or a remark that nothing is stated."""
    return list(blocks) or [note(source.labels("section.nothing"))]


def _decisions(source: Source, trim: Trimmer) -> Iterator[tuple[str, str]]:
    say = source.labels
    for label, topic, name in RESERVED:
        least = TWO_LINES if name in WHOLE else ONE_LINE
        yield say(label), trim.text(source.answer(topic, name), 150, least)
    for role in _roles(source)[:1]:
        if role.tier is RoleTier.BOARD:
            yield trim.text(role.name, 60), trim.text(" ".join(role.authority), 260, ONE_LINE)


def _levels(source: Source, trim: Trimmer) -> Iterator[Block]:
    scribe = source.scribe
    levels = sorted(source.plan.severities.values(), key=lambda level: level.rank)
    shown, left_out = trim.first(levels, 6, 4)
    if not shown:
        return
    heads = {
        "edition.board.level": 1.3,
        "edition.board.applies": 4.6,
        "edition.board.told": 2.6,
        "edition.board.updates": 1.1,
    }
    rows = (
        (
            scribe.cell(trim.text(level.name, 40), tone_of(level), strong=True),
            trim.text(level.meaning, 240, 90),
            _told(level, source),
            optional(scribe.span(level.update_every)),
        )
        for level in shown
    )
    caption = scribe.say("edition.board.called-caption")
    yield scribe.table(caption, heads, list(rows), "table:edition.called")
    yield from trim.remark(left_out)
    also = trim.text(source.answer("escalation", "also_told"), 150)
    if also:
        yield note(scribe.say("edition.board.also", name=also))


def _told(level: SeverityLevel, source: Source) -> Cell:
    """Whether the executives are told at this level, and how soon."""
    scribe = source.scribe
    if not _reaches_executives(level, source):
        return optional(scribe.say("answer.no"))
    inside = scribe.span(level.escalate_in_hours)
    outside = scribe.span(level.escalate_out_of_hours)
    times = (
        scribe.say("due.within", span=inside) if inside else "",
        scribe.say("escalation.out-of-hours", span=outside)
        if outside and outside != inside
        else "",
    )
    return scribe.cell(scribe.commas((scribe.say("answer.yes"), *times)), strong=True)


def _reaches_executives(level: SeverityLevel, source: Source) -> bool:
    """As the plan says from which level on; otherwise where it informs a role of the board."""
    stated = source.plan.answers.get(RecordId("escalation.executive_from"))
    least = None if stated is None else source.plan.severities.get(RecordId(str(stated.value)))
    if least is not None:
        return level.rank <= least.rank
    informed = (source.plan.roles.get(key) for key in level.informed)
    return any(role is not None and role.tier is RoleTier.BOARD for role in informed)


def _roles(source: Source) -> list[Role]:
    """Whoever is highest up first."""
    roles = [role for role in source.plan.roles.values() if role.tier in LEADING]
    return sorted(roles, key=lambda role: LEADING.index(role.tier))


def _leaders(source: Source, trim: Trimmer) -> Iterator[Block]:
    shown, left_out = trim.first(_roles(source), 8, 3)
    yield from stated_facts(
        (trim.text(role.name, 60), _people(role, source, trim)) for role in shown
    )
    yield from trim.remark(left_out)


def _people(role: Role, source: Source, trim: Trimmer) -> str:
    """The holder, and who stands in."""
    say, plan = source.labels, source.plan
    holder = names.person(plan, role.holder) or say("gap.not-stated")
    deputies = say.joined(tuple(names.people(plan, role.deputies).splitlines()))
    if not deputies:
        return trim.text(holder, 80, ONE_LINE)
    return trim.text(say("edition.board.deputies", holder=holder, deputies=deputies), 160, ONE_LINE)


def _deadlines(source: Source, trim: Trimmer) -> Iterator[Block]:
    shown, left_out = trim.first(source.plan.obligations.values(), 10, 3)
    yield from stated_facts(
        (trim.text(duty.name, 80), _first_notice(duty, source, trim)) for duty in shown
    )
    yield from trim.remark(left_out)


def _first_notice(duty: Obligation, source: Source, trim: Trimmer) -> str:
    """When the first notice is due and who decides; a doubt about the source is never left out."""
    say, scribe = source.labels, source.scribe
    when = "; ".join(due(duty.steps[0], scribe).splitlines()) if duty.steps else ""
    further = max(len(duty.steps) - 1, 0)
    decider = names.role(source.plan, duty.decision_owner)
    told = (
        trim.text(when, 120) or say("gap.not-stated"),
        say("edition.board.further", n=further) if further else "",
        say("edition.board.decided-by", role=trim.text(decider, 60)) if decider else "",
        say("due.verify") if unverified(duty) else "",
    )
    return "; ".join(text for text in told if text)
