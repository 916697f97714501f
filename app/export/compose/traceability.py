"""Each requirement with the sections and pages where the plan shows it, or what is missing."""

from collections.abc import Iterable, Iterator

from app.domain.document.inline import Text, plain
from app.domain.document.tree import (
    Block,
    Cell,
    CrossReference,
    Heading,
    Inline,
    Inlines,
    PageOf,
    Paragraph,
    Table,
    Voice,
)
from app.domain.judgement.coverage import RequirementStatus, Verdict, stands_for
from app.domain.judgement.engine import Judgement
from app.domain.judgement.requirements import Confidence, Framework
from app.export.compose.cells import cell, stacked, table
from app.export.compose.coverage import STANDING, TONES, WORDS, scope_words, short_name, traced
from app.export.compose.place_names import section_place
from app.export.compose.proof import Finder, Standing
from app.export.compose.tables.duty_words import READ_AS

MOST_STANDINGS = 6
"""Sections named for one requirement, so that its row stays readable."""

MOST_MISSING = 6
"""Gaps named for one requirement."""

NO_BREAK = "\N{NO-BREAK SPACE}"

HEADS = (
    ("Requirement", 1.5),
    ("What it asks", 2.55),
    ("Found at, and what is open", 4.0),
    ("State", 1.1),
)


def traceability(judgement: Judgement, finder: Finder) -> tuple[Block, ...]:
    """A table for each framework the plan is held against."""
    blocks: list[Block] = []
    for framework in judgement.frameworks:
        blocks += [
            Heading(2, short_name(framework), traced(framework)),
            Paragraph(plain(_origin(judgement, framework)), Voice.NOTE),
            _table(framework, judgement.coverage(framework.id), finder),
        ]
    return tuple(blocks)


def _table(framework: Framework, statuses: Iterable[RequirementStatus], finder: Finder) -> Table:
    rows = (
        (
            cell(status.requirement.id, strong=True),
            cell(_asked(status)),
            _shown(status, finder),
            cell(WORDS[status.verdict], TONES[status.verdict]),
        )
        for status in statuses
    )
    caption = f"{short_name(framework)}: requirement, section and page"
    return table(caption, HEADS, rows, f"table:traceability.{framework.id}")


def _asked(status: RequirementStatus) -> str:
    requirement = status.requirement
    memory = requirement.confidence is Confidence.MEMORY
    return stacked(requirement.title, READ_AS["memory"] if memory else "")


def _shown(status: RequirementStatus, finder: Finder) -> Cell:
    """The places, then what else is to be said of the requirement."""
    found = _places(finder.standings(status))
    if not found and not status.requirement.needs:
        found = _pointers(status, finder)
    said = tuple(plain(text) for text in _remarks(status))
    return Cell((*([found] if found else []), *said))


def _places(standings: tuple[Standing, ...]) -> Inlines:
    line: list[Inline] = []
    for standing in standings[:MOST_STANDINGS]:
        line += [Text(", ")] if line else []
        line += _place(standing)
    further = len(standings) - MOST_STANDINGS
    if further > 0:
        line.append(Text(f" and {further} more"))
    return tuple(line)


def _place(standing: Standing) -> Iterator[Inline]:
    station, (first, *more) = standing.station, standing.places
    numbered = bool(station.number)
    yield CrossReference(station.anchor, station.number or station.title, counted=numbered)
    yield Text(f"{NO_BREAK}(p.{NO_BREAK}")
    yield PageOf(first, tuple(more))
    yield Text(")")


def _pointers(status: RequirementStatus, finder: Finder) -> Inlines:
    """The sections that a person who has to judge it reads first."""
    places = _places(finder.grouped(map(section_place, status.requirement.sections)))
    return (Text("See "), *places) if places else ()


def _remarks(status: RequirementStatus) -> Iterator[str]:
    match status.verdict:
        case Verdict.MET:
            yield from stands_for(status.vouched)
        case Verdict.PARTLY | Verdict.NOT_MET:
            yield _missing(status)
        case _:
            yield status.reason


def _missing(status: RequirementStatus) -> str:
    named = [one.element.label for one in status.missing]
    further = len(named) - MOST_MISSING
    more = f"; and {further} more" if further > 0 else ""
    return f"Missing: {'; '.join(named[:MOST_MISSING])}{more}."


def _origin(judgement: Judgement, framework: Framework) -> str:
    standing = STANDING[framework.status].capitalize()
    parts = (
        framework.name,
        f"{framework.publisher}, {framework.edition}",
        standing,
        scope_words(judgement, framework),
        framework.url,
    )
    return " · ".join(part for part in parts if part)
