"""What stands before the sections: cover, document control, approval and the quick card."""

from datetime import date, datetime

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
    SignatureBox,
    Table,
    Tone,
    Voice,
)
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.governance import Version
from app.domain.plan.people import Channel, Person
from app.domain.plan.plan import Plan
from app.domain.plan.reviewing import next_review
from app.domain.plan.roles import Role, RoleTier
from app.export.compose import names
from app.export.compose.cells import cell, day, marked, optional, span, table, words
from app.export.compose.tables.classification import tone_of
from app.export.compose.tables.programme import distribution

MOST_CALLS = 8
"""Roles on the quick card, so that it stays on one page; the directory has everybody."""

DRAFT = "Draft"
"""The status of a plan that nobody has issued."""


def title(plan: Plan) -> str:
    """The document's title."""
    return plan.profile.document_title or "Incident response plan"


def latest(plan: Plan) -> Version | None:
    """The version issued last, of several on one day the one listed last; None before any."""
    dated = [version for version in plan.versions.values() if version.issued_on is not None]
    return max(reversed(dated), key=lambda version: version.issued_on or date.min, default=None)


def number(plan: Plan, *, draft: bool) -> str:
    """The version the export is of; a draft after 1.0 is `1.0 + changes`."""
    version = latest(plan)
    if version is None:
        return "0.1"
    return f"{version.number} + changes" if draft else version.number


def status(plan: Plan, *, draft: bool) -> str:
    """How far this version has come."""
    version = latest(plan)
    if draft or version is None:
        return DRAFT
    return "Approved" if version.approvers else "Issued"


def cover(plan: Plan, *, draft: bool, when: datetime) -> Cover:
    """The first page."""
    facts = (
        ("Document", plan.profile.document_id),
        ("Version", f"{number(plan, draft=draft)} · {status(plan, draft=draft)}"),
        ("Date", day(when.date())),
        ("Next review", day(next_review(plan))),
        ("Owner", plan.profile.owner),
        ("Sharing label", plan.profile.sharing_label),
    )
    stated = tuple((label, text or "not stated") for label, text in facts)
    legal = plan.profile.legal_name or plan.profile.short_name
    return Cover(legal, title(plan), plan.profile.description, stated)


def control(plan: Plan, content_hash: str, *, draft: bool, when: datetime) -> tuple[Block, ...]:
    """Who issued what, when, to whom, and the hash of its content."""
    profile = plan.profile
    facts: tuple[tuple[str, Inlines], ...] = (
        ("Title", plain(title(plan))),
        ("Document id", words(profile.document_id)),
        ("Version", plain(f"{number(plan, draft=draft)} ({status(plan, draft=draft).lower()})")),
        ("Owner", words(profile.owner)),
        ("Sharing label", words(profile.sharing_label)),
        ("Language", plain(profile.language)),
        ("Exported", plain(f"{day(when.date())}, {when:%H:%M:%S} UTC")),
        ("Next review", words(day(next_review(plan)))),
        ("Content (SHA-256)", plain(_grouped(content_hash))),
    )
    note = (
        "The content hash is the SHA-256 of the plan's data in canonical JSON. The same data is "
        "attached to the PDF as plan.json, so that the hash can be recomputed with public tools."
    )
    return (
        Heading(1, "Document control", "control", numbered=False, new_page=True),
        Facts(facts),
        Paragraph(plain(note), Voice.NOTE),
        *_history(plan),
        *distribution(plan),
    )


def approval(plan: Plan, *, draft: bool, new_page: bool = True) -> tuple[Block, ...]:
    """Room for the seal and three signatures, each with what it declares; none in a draft."""
    begins = new_page and not draft
    heading = Heading(1, "Approval and signatures", "signatures", numbered=False, new_page=begins)
    if draft:
        return (heading, Paragraph(plain("A draft is never signed and has no signature fields.")))
    version = latest(plan)
    author = version.author if version else ""
    reviewers = ", ".join(version.reviewers) if version else ""
    approvers = ", ".join(version.approvers) if version else ""
    intro = (
        "Each signature below is made over the whole document as it stood at that moment. A "
        "signature field that is empty has not been signed."
    )
    return (
        heading,
        Paragraph(plain(intro)),
        SignatureBox("Seal", "Organisation seal", "Sealed by", plan.profile.legal_name),
        SignatureBox("Author", "Author", "Authored by", author),
        SignatureBox("Reviewer", "Reviewer", "Reviewed by", reviewers),
        SignatureBox("Approver", "Approver", "Approved by", approvers),
    )


def quick_card(plan: Plan) -> tuple[Block, ...]:
    """One page for the person who has an incident now."""
    blocks: list[Block] = [
        Heading(1, "Incident now? Start here", "quick-card", numbered=False, new_page=True)
    ]
    blocks.append(
        Callout("Do this first", (ListBlock(_first_steps(plan), ordered=True),), Tone.BAD)
    )
    if plan.severities:
        blocks.append(_severity_card(plan))
    if _callers(plan):
        blocks.append(_call_card(plan))
    return tuple(blocks)


def _history(plan: Plan) -> tuple[Block, ...]:
    if not plan.versions:
        return (Paragraph(plain("No version has been issued yet."), Voice.NOTE),)
    heads = (
        ("Version", 0.8),
        ("Date", 1.4),
        ("Change", 3.2),
        ("Author", 1.6),
        ("Approved by", 1.6),
    )
    rows = (
        (
            marked(version, version.number),
            cell(day(version.issued_on)),
            cell(version.summary),
            cell(version.author),
            cell(", ".join(version.approvers)),
        )
        for version in plan.versions.values()
    )
    return (table("Revision history", heads, rows, "table:versions"),)


def _first_steps(plan: Plan) -> tuple[ListItem, ...]:
    severity = "Give the incident a severity from the table below; when in doubt, the worse one."
    call = "Call from the top of the list below until somebody answers, then the next in turn."
    steps = (
        "Stay calm, note the time, and do not switch off, wipe or repair anything yet.",
        _report_step(plan),
        severity if plan.severities else "",
        call if _callers(plan) else "",
        "Write down every fact, decision and time; keep the evidence.",
    )
    return tuple(ListItem(plain(step)) for step in steps if step)


def _report_step(plan: Plan) -> str:
    stated = {str(key): answer.value for key, answer in plan.answers.items()}
    urgent = stated.get("reporting.urgent_channel") or stated.get("reporting.channel")
    return f"Report it at once: {urgent}." if urgent else "Report it at once to the incident lead."


def _severity_card(plan: Plan) -> Table:
    heads = (("Severity", 1.3), ("Applies when", 4.2), ("Respond", 1.4), ("Out of hours", 1.4))
    levels: list[SeverityLevel] = sorted(plan.severities.values(), key=lambda item: item.rank)
    rows = (
        (
            cell(level.name, tone_of(level), strong=True),
            cell(level.meaning),
            cell(span(level.respond_in_hours)),
            cell(span(level.respond_out_of_hours)),
        )
        for level in levels
    )
    return table("Which severity", heads, rows, "table:card.severity")


def _call_card(plan: Plan) -> Table:
    heads = (("Role", 1.5), ("Who", 1.4), ("Call", 3.0), ("If not reached", 1.5))
    rows = []
    for role in _callers(plan):
        person = plan.people.get(role.holder) if role.holder is not None else None
        rows.append(
            (
                role.name,
                cell(person.name if person else ""),
                cell(names.channels(_first_channel(person)) if person else ""),
                optional(names.people(plan, role.deputies)),
            )
        )
    return table("Whom to call", heads, rows, "table:card.calls")


def _callers(plan: Plan) -> list[Role]:
    """Those who run incidents first, then the crisis team, the board and the technicians."""
    order = (RoleTier.INCIDENT, RoleTier.CRISIS, RoleTier.BOARD, RoleTier.TECHNICAL)
    ranked = [role for tier in order for role in plan.roles.values() if role.tier is tier]
    return ranked[:MOST_CALLS]


def _first_channel(person: Person) -> tuple[Channel, ...]:
    """The channel that works without the own network, or else the first."""
    chosen = [channel for channel in person.channels if channel.out_of_band]
    return tuple((chosen or list(person.channels))[:1])


def _grouped(digest: str) -> str:
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))
