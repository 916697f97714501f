"""The supplier annex: what a supplier reports to us, to whom and by when; nothing internal."""

from collections.abc import Iterator
from typing import Final

from app.domain.document.inline import plain
from app.domain.document.tree import (
    Block,
    Callout,
    Document,
    Form,
    FormField,
    Inlines,
    ListBlock,
    ListItem,
    OpenPoint,
    Paragraph,
    Tone,
    Voice,
)
from app.domain.judgement.regimes import RegimeKind
from app.domain.plan.obligations import Obligation
from app.export.compose.cells import stacked
from app.export.compose.editions.source import (
    Source,
    heading,
    note,
    seal_box,
    short_document,
    stated_facts,
)
from app.export.compose.tables.classification import tone_of
from app.export.compose.tables.duty_words import due, unverified

REPORTED: Final = (
    "edition.supplier.see-data",
    "edition.supplier.see-access",
    "edition.supplier.see-service",
    "edition.supplier.see-product",
    "edition.supplier.see-sub",
    "edition.supplier.see-suspicion",
)
SAID: Final = (
    "edition.supplier.say-what",
    "edition.supplier.say-when",
    "edition.supplier.say-ours",
    "edition.supplier.say-done",
    "edition.supplier.say-need",
    "edition.supplier.say-next",
)
KEPT: Final = (
    "edition.supplier.keep-logs",
    "edition.supplier.keep-systems",
    "edition.supplier.keep-messages",
    "edition.supplier.keep-hands",
)
FIELDS: Final = (
    ("edition.supplier.form-supplier", 1),
    ("edition.supplier.form-service", 1),
    ("edition.supplier.form-found", 1),
    ("edition.supplier.form-what", 4),
    ("edition.supplier.form-data", 2),
    ("edition.supplier.form-done", 3),
    ("edition.supplier.form-contact", 2),
)


def supplier(source: Source) -> Document:
    """For suppliers to keep beside their contract."""
    title = source.labels("edition.supplier.title")
    return short_document(source, title, _body(source))


def _body(source: Source) -> Iterator[Block]:
    say = source.labels
    name = source.plan.profile.short_name or source.plan.profile.legal_name
    yield Paragraph(plain(say("edition.supplier.purpose", name=name)))
    yield _contact(source)
    yield from _points(source, "edition.supplier.report", REPORTED)
    yield from _points(source, "edition.supplier.say", SAID)
    yield from _severities(source)
    yield from _points(source, "edition.supplier.keep", KEPT)
    yield from stated_facts(
        [(say("edition.supplier.kept-for"), source.answer("evidence", "kept_for"))]
    )
    yield from _duties(source)
    yield heading(say("edition.supplier.conduct"), "conduct")
    yield Paragraph(plain(say("edition.supplier.conduct-text", name=name)))
    yield heading(say("edition.supplier.form"), "form", new_page=True)
    yield Paragraph(plain(say("edition.supplier.form-text")))
    yield Form("", tuple(FormField(say(label), lines=lines) for label, lines in FIELDS))
    yield from seal_box(source)


def _points(source: Source, title: str, keys: tuple[str, ...]) -> Iterator[Block]:
    yield heading(source.labels(title), title.rpartition(".")[2])
    yield ListBlock(tuple(ListItem(plain(source.labels(key))) for key in keys))


def _contact(source: Source) -> Callout:
    """To whom, day and night, and by when; lines of the organisation, never of a person."""
    say = source.labels
    within = source.answer("third_parties", "notice_within")
    told = (
        ("edition.supplier.urgent", "reporting", "urgent_channel"),
        ("edition.supplier.usual", "reporting", "outside_channel"),
    )
    lines = [(say(label), source.answer(topic, name)) for label, topic, name in told]
    stated = [(label, text) for label, text in lines if text]
    gap: Inlines = (OpenPoint(say("gap.not-stated")),)
    content: list[Paragraph] = []
    for label, text in stated or [lines[1]]:
        content += [
            Paragraph(plain(label)),
            Paragraph(plain(text) or gap, Voice.LEAD),
        ]
    key = "edition.supplier.within" if within else "edition.supplier.at-once"
    title = say(key, span=within.lower()) if within else say(key)
    return Callout(title, tuple(content), Tone.BAD)


def _severities(source: Source) -> Iterator[Block]:
    scribe = source.scribe
    levels = sorted(source.plan.severities.values(), key=lambda level: level.rank)
    if not levels:
        return
    yield heading(scribe.say("edition.supplier.severity"), "severity")
    heads = {"levels.severity": 1.3, "levels.applies": 6.0}
    rows = [
        (scribe.cell(level.name, tone_of(level), strong=True), level.meaning) for level in levels
    ]
    caption = scribe.say("levels.caption")
    yield scribe.table(caption, heads, rows, "table:edition.severities")


def _duties(source: Source) -> Iterator[Block]:
    """Duties in law whose clocks a supplier's notice may start; contracts are nobody's business."""
    scribe = source.scribe
    laws = {
        regime.id for regime in source.judgement.standards.regimes if regime.kind is RegimeKind.LAW
    }
    duties = [duty for duty in source.plan.obligations.values() if duty.regime in laws]
    if not duties:
        return
    yield heading(scribe.say("edition.supplier.duties"), "duties")
    yield note(scribe.say("edition.supplier.duties-text"))
    heads = {"edition.supplier.duty": 2.6, "edition.supplier.first": 4.0}
    rows = [(duty.name, _first(duty, source)) for duty in duties]
    caption = scribe.say("edition.supplier.duties-caption")
    yield scribe.table(caption, heads, rows, "table:edition.duties")


def _first(duty: Obligation, source: Source) -> str:
    scribe = source.scribe
    when = "; ".join(due(duty.steps[0], scribe).splitlines()) if duty.steps else ""
    return stacked(when, scribe.say("due.verify") if unverified(duty) else "")
