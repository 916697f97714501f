"""What stands before the sections: cover, document control, approval and the quick card."""

from datetime import date, datetime
from enum import Enum

from app.domain.document.inline import plain
from app.domain.document.tree import (
    Block,
    Callout,
    Cover,
    Facts,
    Heading,
    Inlines,
    ListBlock,
    ListItem,
    Paragraph,
    Table,
    Tone,
    Voice,
)
from app.domain.lifecycle.approving.editions import Edition
from app.domain.lifecycle.chain import Head
from app.domain.plan.call_order import call_order
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.governance import Version
from app.domain.plan.people import Channel, Person
from app.domain.plan.plan import Plan
from app.domain.plan.reviewing import next_review
from app.domain.plan.roles import Role, RoleTier
from app.export.compose import names
from app.export.compose.cells import begun, optional
from app.export.compose.one_page import on_one_page
from app.export.compose.scribe import Scribe
from app.export.compose.tables.classification import tone_of

MOST_CALLS = 8
"""Roles on the quick card, so that it stays on one page; the directory has everybody."""


Fact = tuple[str, Inlines]
"""A label and what stands behind it."""


class Standing(Enum):
    """How far a version has come; the value is part of the labels that say so."""

    DRAFT = "draft"
    ISSUED = "issued"
    APPROVED = "approved"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


def title(scribe: Scribe) -> str:
    """The document's title."""
    return scribe.plan.profile.document_title or scribe.say("file.title")


def latest(plan: Plan) -> Version | None:
    """The version issued last, of several on one day the one listed last; None before any."""
    dated = [version for version in plan.versions.values() if version.issued_on is not None]
    return max(reversed(dated), key=lambda version: version.issued_on or date.min, default=None)


def number(scribe: Scribe, *, draft: bool, edition: Edition | None = None) -> str:
    """The version the export is of; a draft after 1.0 is `1.0 + changes`."""
    if edition is not None:
        return edition.issue.version
    version = latest(scribe.plan)
    if version is None:
        return "0.1"
    return scribe.say("status.changed", number=version.number) if draft else version.number


def standing(plan: Plan, *, draft: bool, edition: Edition | None = None) -> Standing:
    """How far this version has come."""
    if edition is not None:
        return Standing(edition.issue.stage.value)
    version = latest(plan)
    if draft or version is None:
        return Standing.DRAFT
    return Standing.APPROVED if version.approvers else Standing.ISSUED


def status(scribe: Scribe, *, draft: bool, edition: Edition | None = None) -> str:
    """How far this version has come, in words."""
    return scribe.say(f"status.{standing(scribe.plan, draft=draft, edition=edition).value}")


def dated(plan: Plan, *, draft: bool, when: datetime, edition: Edition | None = None) -> date:
    """The day this version was issued; a draft bears the day of its export."""
    if edition is not None:
        return edition.issue.act.at.date()
    version = latest(plan)
    if draft or version is None or version.issued_on is None:
        return when.date()
    return version.issued_on


def cover(
    scribe: Scribe,
    *,
    draft: bool,
    when: datetime,
    edition: Edition | None = None,
    derived: str = "",
) -> Cover:
    """The first page; `derived` says which edition it is, if not all of the plan."""
    say, profile = scribe.say, scribe.plan.profile
    known = number(scribe, draft=draft, edition=edition)
    reached = status(scribe, draft=draft, edition=edition)
    day = dated(scribe.plan, draft=draft, when=when, edition=edition)
    facts = (
        (say("cover.document"), profile.document_id),
        (say("cover.version"), f"{known} · {reached}"),
        (say("cover.date"), scribe.day(day)),
        (say("cover.next-review"), scribe.day(next_review(scribe.plan))),
        (say("cover.owner"), begun(profile.owner)),
        (say("cover.sharing-label"), profile.sharing_label),
    )
    stated = tuple((label, text or say("gap.not-stated")) for label, text in facts)
    legal = profile.legal_name or profile.short_name
    return Cover(legal, title(scribe), derived or profile.description, stated)


def control(
    scribe: Scribe,
    content_hash: str,
    head: Head | None = None,
    *,
    draft: bool,
    when: datetime,
    edition: Edition | None = None,
) -> tuple[Block, ...]:
    """Who issued what, when, and the hash of its content.

    `head` is the end of the history at the export.
    """
    say, words, profile = scribe.say, scribe.words, scribe.plan.profile
    known = say(
        f"control.version.{standing(scribe.plan, draft=draft, edition=edition).value}",
        number=number(scribe, draft=draft, edition=edition),
    )
    facts: tuple[Fact, ...] = (
        (say("control.title"), plain(title(scribe))),
        (say("control.document-id"), words(profile.document_id)),
        (say("control.version"), plain(known)),
        (say("control.owner"), words(begun(profile.owner))),
        (say("control.sharing-label"), words(profile.sharing_label)),
        (say("control.language"), plain(profile.language)),
        (say("control.exported"), plain(scribe.moment(when, "%H:%M:%S"))),
        (say("control.next-review"), words(scribe.day(next_review(scribe.plan)))),
        (say("control.hash"), plain(grouped(content_hash))),
        *_approved(edition, scribe),
        *(() if head is None else ((say("control.trail"), plain(_trail(head, scribe))),)),
    )
    return (
        Heading(1, say("control.heading"), "control", numbered=False, new_page=True),
        Facts(facts),
        Paragraph(plain(say("control.note")), Voice.NOTE),
        *_history(scribe),
    )


def quick_card(scribe: Scribe) -> tuple[Block, ...]:
    """One page for the person who has an incident now; what is too long for it is cut."""
    say, steps = scribe.say, ListBlock(_first_steps(scribe), ordered=True)
    blocks: list[Block] = [
        Heading(1, say("card.heading"), "quick-card", numbered=False, new_page=True),
        Callout(say("card.first"), (steps,), Tone.BAD),
    ]
    if scribe.plan.severities:
        blocks.append(_severity_card(scribe))
    if _callers(scribe.plan):
        blocks.append(_call_card(scribe))
    return on_one_page(blocks)


def _history(scribe: Scribe) -> tuple[Block, ...]:
    say, versions = scribe.say, scribe.plan.versions
    if not versions:
        return (Paragraph(plain(say("history.none")), Voice.NOTE),)
    heads = {
        "history.version": 1.0,
        "history.date": 1.4,
        "history.change": 3.0,
        "history.author": 1.6,
        "history.approved-by": 1.6,
    }
    rows = (
        (
            scribe.marked(version, version.number),
            scribe.day(version.issued_on),
            version.summary,
            version.author,
            scribe.commas(version.approvers),
        )
        for version in versions.values()
    )
    return (scribe.table(say("history.caption"), heads, rows, "table:versions"),)


def _first_steps(scribe: Scribe) -> tuple[ListItem, ...]:
    say = scribe.say
    steps = (
        say("card.calm"),
        _report_step(scribe),
        say("card.classify") if scribe.plan.severities else "",
        say("card.call") if _callers(scribe.plan) else "",
        say("card.record"),
    )
    return tuple(ListItem(plain(step)) for step in steps if step)


def _report_step(scribe: Scribe) -> str:
    stated = {str(key): answer.value for key, answer in scribe.plan.answers.items()}
    urgent = stated.get("reporting.urgent_channel") or stated.get("reporting.channel")
    if not urgent:
        return scribe.say("card.report-to-lead")
    return scribe.say("card.report", channel=scribe.say.answer(urgent))


def _severity_card(scribe: Scribe) -> Table:
    heads = {
        "card.severity.severity": 1.3,
        "card.severity.applies": 4.2,
        "card.severity.respond": 1.4,
        "card.severity.respond-outside": 1.4,
    }
    levels: list[SeverityLevel] = sorted(
        scribe.plan.severities.values(), key=lambda item: item.rank
    )
    rows = (
        (
            scribe.cell(level.name, tone_of(level), strong=True),
            level.meaning,
            scribe.span(level.respond_in_hours),
            scribe.span(level.respond_out_of_hours),
        )
        for level in levels
    )
    return scribe.table(scribe.say("card.severity.caption"), heads, rows, "table:card.severity")


def _call_card(scribe: Scribe) -> Table:
    heads = {
        "card.calls.role": 1.5,
        "card.calls.who": 1.3,
        "card.calls.call": 3.7,
        "card.calls.otherwise": 1.4,
    }
    plan, rows = scribe.plan, []
    for role in _callers(plan):
        person = plan.people.get(role.holder) if role.holder is not None else None
        rows.append(
            (
                role.name,
                person.name if person else "",
                names.channels(_first_channel(person), scribe.say) if person else "",
                optional(names.people(plan, role.deputies)),
            )
        )
    return scribe.table(scribe.say("card.calls.caption"), heads, rows, "table:card.calls")


def _callers(plan: Plan) -> list[Role]:
    """In the order in which the trees call them, whoever is higher up first; then by tier."""
    order = (RoleTier.INCIDENT, RoleTier.TECHNICAL, RoleTier.CRISIS, RoleTier.BOARD)
    ranked = [role for tier in order for role in plan.roles.values() if role.tier is tier]
    called = call_order(plan)
    last = len(called)
    ranked.sort(key=lambda role: called.index(role.id) if role.id in called else last)
    return ranked[:MOST_CALLS]


def _first_channel(person: Person) -> tuple[Channel, ...]:
    """The channel that works without the own network, or else the first."""
    chosen = [channel for channel in person.channels if channel.out_of_band]
    return tuple((chosen or list(person.channels))[:1])


def _approved(edition: Edition | None, scribe: Scribe) -> tuple[tuple[str, Inlines], ...]:
    if edition is None:
        return ()
    return ((scribe.say("control.approved"), plain(grouped(edition.issue.act.content))),)


def _trail(head: Head, scribe: Scribe) -> str:
    return scribe.say("control.trail-head", number=head.number, hash=grouped(head.hash))


def grouped(digest: str) -> str:
    """A hash as people can compare it, in groups of eight digits."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))
