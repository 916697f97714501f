"""Each requirement with the sections and pages where the plan shows it, or what is missing.

Titles, elements and what the judgement says of a requirement are quoted as they are, in English.
"""

from collections.abc import Iterable, Iterator

from app.domain.document.inline import plain
from app.domain.document.labels import Labels
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
from app.domain.judgement.coverage import RequirementStatus, Verdict
from app.domain.judgement.engine import Judgement
from app.domain.judgement.requirements import Confidence, Framework
from app.domain.judgement.vouching import Vouched
from app.export.compose.cells import stacked
from app.export.compose.coverage import TONES, scope_words, short_name, standing_words, traced
from app.export.compose.place_names import section_place
from app.export.compose.proof import Finder, Standing
from app.export.compose.scribe import Scribe

MOST_STANDINGS = 6
"""Sections named for one requirement, so that its row stays readable."""

MOST_MISSING = 6
"""Gaps named for one requirement."""

HEADS = {
    "traceability.requirement": 1.5,
    "traceability.asks": 2.55,
    "traceability.found": 4.0,
    "traceability.state": 1.1,
}


def traceability(judgement: Judgement, finder: Finder, scribe: Scribe) -> tuple[Block, ...]:
    """A table for each framework the plan is held against."""
    blocks: list[Block] = []
    for framework in judgement.frameworks:
        origin = _origin(judgement, framework, scribe.say)
        blocks += [
            Heading(2, short_name(framework), traced(framework)),
            Paragraph(plain(origin), Voice.NOTE),
            _Traced(finder, scribe).table(framework, judgement.coverage(framework.id)),
        ]
    return tuple(blocks)


class _Traced:
    """The rows of one framework; `finder` knows the places, `scribe` the words."""

    def __init__(self, finder: Finder, scribe: Scribe) -> None:
        self._finder = finder
        self._scribe = scribe
        self._say = scribe.say

    def table(self, framework: Framework, statuses: Iterable[RequirementStatus]) -> Table:
        """Requirement by requirement."""
        rows = (
            (
                self._scribe.cell(status.requirement.id, strong=True),
                self._asked(status),
                self._shown(status),
                self._scribe.cell(
                    self._say(f"verdict.{status.verdict.value}"), TONES[status.verdict]
                ),
            )
            for status in statuses
        )
        caption = self._say("traceability.caption", framework=short_name(framework))
        return self._scribe.table(caption, HEADS, rows, f"table:traceability.{framework.id}")

    def _asked(self, status: RequirementStatus) -> str:
        requirement = status.requirement
        memory = requirement.confidence is Confidence.MEMORY
        return stacked(requirement.title, self._say("traceability.memory") if memory else "")

    def _shown(self, status: RequirementStatus) -> Cell:
        """The places, then what else is to be said of the requirement."""
        found = self._places(self._finder.standings(status))
        if not found and not status.requirement.needs:
            found = self._pointers(status)
        said = tuple(plain(text) for text in self._remarks(status))
        return Cell((*([found] if found else []), *said))

    def _places(self, standings: tuple[Standing, ...]) -> Inlines:
        line: list[Inline] = []
        for standing in standings[:MOST_STANDINGS]:
            line += plain(self._say("list.comma")) if line else ()
            line += self._place(standing)
        further = len(standings) - MOST_STANDINGS
        if further <= 0:
            return tuple(line)
        more = str(further)
        return self._scribe.sentence("traceability.places", places=tuple(line), count=more)

    def _place(self, standing: Standing) -> Inlines:
        station, (first, *more) = standing.station, standing.places
        numbered = bool(station.number)
        said = station.number or station.title
        place = CrossReference(station.anchor, said, counted=numbered)
        page = PageOf(first, tuple(more))
        return self._scribe.sentence("traceability.place", place=(place,), page=(page,))

    def _pointers(self, status: RequirementStatus) -> Inlines:
        """The sections that a person who has to judge it reads first."""
        places = self._places(self._finder.grouped(map(section_place, status.requirement.sections)))
        return self._scribe.sentence("traceability.see", places=places) if places else ()

    def _remarks(self, status: RequirementStatus) -> Iterator[str]:
        """Who stands for it, or what the judgement says of it, which it says in English."""
        match status.verdict:
            case Verdict.MET:
                yield from self._vouched(status.vouched)
            case Verdict.PARTLY | Verdict.NOT_MET:
                yield self._missing(status)
            case _:
                yield status.reason

    def _vouched(self, vouched: Vouched) -> Iterator[str]:
        """A sentence for each person and record that stands for the requirement."""
        said = vouched.attestation
        if said is not None and said.on is not None:
            day = self._scribe.day(said.on)
            yield self._say("traceability.attested", by=said.by, date=day, note=said.note)
        for record in vouched.evidence:
            day = self._scribe.day(record.on)
            dated = self._say("traceability.dated", date=day) if day else ""
            listed = self._scribe.commas((record.what, dated, record.where))
            yield self._say("traceability.on-file", record=listed, owner=record.owner)

    def _missing(self, status: RequirementStatus) -> str:
        named = [one.element.label for one in status.missing]
        items, further = "; ".join(named[:MOST_MISSING]), len(named) - MOST_MISSING
        if further <= 0:
            return self._say("traceability.missing", items=items)
        return self._say("traceability.missing-more", items=items, count=further)


def _origin(judgement: Judgement, framework: Framework, say: Labels) -> str:
    stands = standing_words(framework, say)
    parts = (
        framework.name,
        f"{framework.publisher}, {framework.edition}",
        f"{stands[:1].upper()}{stands[1:]}",
        scope_words(judgement, framework, say),
        framework.url,
    )
    return " · ".join(part for part in parts if part)
