"""The staff card: one page for everybody who may notice something."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from app.domain.document.inline import plain
from app.domain.document.tree import (
    Block,
    Callout,
    Document,
    Inlines,
    ListBlock,
    ListItem,
    OpenPoint,
    Paragraph,
    Tone,
    Voice,
)
from app.domain.plan.durations import Duration
from app.domain.plan.ids import RecordId
from app.export.compose.cells import begun
from app.export.compose.editions.room import Extent, Room, Trimmer, fitted
from app.export.compose.editions.source import (
    Source,
    note,
    short_document,
    stated_facts,
)

MOST_CRITICAL: Final = 6
LONGEST_CHANNEL: Final = 90
"""Characters of where to report, which are shown whatever else is cut."""

REPORTED: Final = (
    "edition.staff.see-message",
    "edition.staff.see-screen",
    "edition.staff.see-device",
    "edition.staff.see-data",
    "edition.staff.see-account",
    "edition.staff.see-stranger",
)
STEPS: Final = (
    "edition.staff.step-call",
    "edition.staff.step-say",
    "edition.staff.step-went",
    "edition.staff.step-wait",
)
DO: Final = (
    "edition.staff.do-leave",
    "edition.staff.do-note",
    "edition.staff.do-tell",
    "edition.staff.do-own",
)
DO_NOT: Final = (
    "edition.staff.not-clean",
    "edition.staff.not-test",
    "edition.staff.not-forward",
    "edition.staff.not-press",
)


def staff_card(source: Source, extent: Extent) -> Document:
    """What to report, how and to whom, on one page; no number of any person."""
    title = source.labels("edition.staff.title")
    return fitted(
        lambda body: short_document(source, title, body),
        [lambda room: list(_body(source, room))],
        extent,
    )


def _body(source: Source, room: Room) -> Iterator[Block]:
    trim = Trimmer(source.scribe, room)
    yield _report_now(source, trim)
    what = _remark(source, "edition.staff.what", REPORTED, Tone.INFO)
    yield replace(what, beside=_remark(source, "edition.staff.how", STEPS, Tone.INFO))
    do = _remark(source, "edition.staff.do", DO, Tone.GOOD)
    yield replace(do, beside=_remark(source, "edition.staff.not", DO_NOT, Tone.WARN))
    yield from stated_facts(_further(source, trim))
    yield from (note(text) for text in trim.remarks)


def _remark(source: Source, title: str, keys: tuple[str, ...], tone: Tone) -> Callout:
    items = tuple(ListItem(plain(source.labels(key))) for key in keys)
    return Callout(source.labels(title), (ListBlock(items, ordered=keys is STEPS),), tone)


def _report_now(source: Source, trim: Trimmer) -> Callout:
    """Where to report, in letters one can read across a desk."""
    say = source.labels
    urgent, usual = (
        source.answer("reporting", "urgent_channel"),
        source.answer("reporting", "channel"),
    )
    lines: list[Paragraph] = []
    if urgent:
        lines += [
            _small(say("edition.staff.urgent")),
            _large(plain(trim.text(urgent, LONGEST_CHANNEL, LONGEST_CHANNEL))),
        ]
    if usual or not urgent:
        gap: Inlines = (OpenPoint(say("gap.not-stated")),)
        lines += [
            _small(say("edition.staff.usual" if urgent else "edition.staff.anything")),
            _large(plain(trim.text(usual, LONGEST_CHANNEL, LONGEST_CHANNEL)) or gap),
        ]
    return Callout(_at_once(source), tuple(lines), Tone.BAD)


def _at_once(source: Source) -> str:
    """By when: at once, or within the time of the plan."""
    within = source.plan.answers.get(RecordId("reporting.within"))
    if within is None or not isinstance(within.value, Duration) or not within.value.amount:
        return source.labels("edition.staff.now")
    return source.labels("edition.staff.now-within", span=source.labels.span(within.value))


def _small(text: str) -> Paragraph:
    return Paragraph(plain(text))


def _large(content: Inlines) -> Paragraph:
    return Paragraph(content, Voice.LEAD)


def _further(source: Source, trim: Trimmer) -> Iterator[tuple[str, str]]:
    say = source.labels
    critical = trim.texts(source.answers("severity", "always_critical"), MOST_CRITICAL)
    yield say("edition.staff.critical"), begun(source.scribe.commas(critical))
    asked = (
        ("edition.staff.news", "comms", "staff_channel"),
        ("edition.staff.help", "resources", "help"),
        ("edition.staff.outside", "reporting", "outside_channel"),
    )
    for label, topic, name in asked:
        yield say(label), trim.text(source.answer(topic, name))
