"""The evidence of a judged plan, and the places of the document where a reader finds it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.domain.judgement.coverage import RequirementStatus
from app.domain.judgement.elements.element import ElementState, Evidence
from app.domain.judgement.engine import Judgement
from app.domain.plan.kinds import Kind
from app.export.compose.place_names import (
    answer_place,
    record_place,
    section_place,
    sentence_place,
)
from app.export.compose.survey import Spot, Station

SHOWN = frozenset({ElementState.MET, ElementState.PARTLY})
"""Elements of which at least something stands in the plan."""

HEADED = {
    Kind.PLAYBOOK: "playbook",
    Kind.TREE: "tree",
    Kind.FORM: "form",
    Kind.MESSAGE: "message",
}
"""Records with a heading or figure of their own, and the scheme of its name."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What shows each element that a chosen framework needs, by the element's id."""

    evidence: Mapping[str, tuple[Evidence, ...]]

    def of(self, status: RequirementStatus) -> Iterator[Evidence]:
        """Everything that shows the elements of one requirement."""
        for one in status.elements:
            yield from self.evidence.get(one.element.id, ())

    def sentences(self) -> dict[str, tuple[str, ...]]:
        """The sentences to be found, by the key of their section."""
        found: dict[str, dict[str, None]] = {}
        for evidence in self.evidence.values():
            for one in evidence:
                if one.kind is Kind.SECTION:
                    found.setdefault(one.record, {})[one.quote] = None
        return {section: tuple(quotes) for section, quotes in found.items()}


@dataclass(frozen=True, slots=True)
class Standing:
    """The places under one heading, in document order."""

    station: Station
    places: tuple[str, ...]


def gathered(judgement: Judgement) -> Proof:
    """The evidence of every requirement in scope, each element looked up once."""
    statuses = (one for each in judgement.frameworks for one in judgement.coverage(each.id))
    shown = {
        one.element.id: None for status in statuses for one in status.elements if one.state in SHOWN
    }
    return Proof({key: judgement.evidence(key) for key in shown})


class Finder:
    """Leads from evidence to the places of a composed document that print it."""

    def __init__(self, proof: Proof, spots: Mapping[str, Spot]) -> None:
        self._proof = proof
        self._spots = spots
        self._sentences = {
            (section, quote): sentence_place(section_place(section), at)
            for section, quotes in proof.sentences().items()
            for at, quote in enumerate(quotes)
        }
        self._answered = _answered(spots)

    def standings(self, status: RequirementStatus) -> tuple[Standing, ...]:
        """Where the evidence of a requirement stands, in document order."""
        found = (self.place(one) for one in self._proof.of(status))
        filed = (record_place(Kind.EVIDENCE, one.id) for one in status.vouched.evidence)
        return self.grouped((*found, *filed))

    def grouped(self, names: Iterable[str]) -> tuple[Standing, ...]:
        """Those of the places that the document has, by the heading they stand under."""
        by_station: dict[Station, list[str]] = {}
        known = {name for name in names if name in self._spots}
        for name in sorted(known, key=lambda each: self._spots[each].order):
            by_station.setdefault(self._spots[name].station, []).append(name)
        return tuple(Standing(station, tuple(places)) for station, places in by_station.items())

    def place(self, evidence: Evidence) -> str:
        """The place nearest to where `evidence` is printed; blank when nothing of it is."""
        candidates = (*self._exactly(evidence), section_place(evidence.section))
        return next((name for name in candidates if name in self._spots), "")

    def _exactly(self, evidence: Evidence) -> Iterator[str]:
        kind, record = evidence.kind, evidence.record
        match kind:
            case Kind.ANSWER:
                yield answer_place(section_place(evidence.section), record)
                yield self._answered.get(record, "")
            case Kind.SECTION:
                yield self._sentences.get((record, evidence.quote), "")
            case _:
                yield record_place(kind, record)
                if kind in HEADED:
                    yield f"{HEADED[kind]}:{record}"


def _answered(spots: Mapping[str, Spot]) -> dict[str, str]:
    """The first place that prints the answer to each question, whichever section it is in."""
    found: dict[str, str] = {}
    for name in spots:
        text, mark, question = name.partition("?")
        if mark and text.startswith(section_place("")):
            found.setdefault(question, name)
    return found
