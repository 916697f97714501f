"""How every element of the library stands in one plan, kept up to date edit by edit."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from app.domain.interview.conditions import holds, questions_in
from app.domain.judgement.context import Context, applies
from app.domain.judgement.elements.element import Element, ElementState, ElementStatus, Test
from app.domain.judgement.elements.outcome import Outcome
from app.domain.judgement.elements.probes import probe_for
from app.domain.judgement.reach import Reach
from app.domain.plan.changes import RecordChange
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.sections import Section

K = TypeVar("K")
V = TypeVar("V")


class ElementBook:
    """Elements by id with their state; tests that several elements share are made once."""

    def __init__(self, context: Context, elements: Iterable[Element]) -> None:
        self._elements = {element.id: element for element in elements}
        tests = dict.fromkeys(test for one in self._elements.values() for test in one.tests)
        self._probes = [probe_for(context, test) for test in tests]
        self._probes_of: dict[str, list[int]] = {}
        self._users: dict[int, list[str]] = {}
        self._by_kind: dict[Kind, list[int]] = {}
        self._by_field: dict[Kind, dict[str, list[int]]] = {}
        self._by_section: dict[str, list[int]] = {}
        self._by_question: dict[str, list[int]] = {}
        self._housed: dict[str, list[str]] = {}
        self._conditioned: dict[str, list[str]] = {}
        self._index({test: at for at, test in enumerate(tests)})
        self._statuses = {key: self._judge(context, key) for key in self._elements}

    @property
    def statuses(self) -> Mapping[str, ElementStatus]:
        """Every element's status by its id."""
        return self._statuses

    def update(self, context: Context, reach: Reach, questions: Iterable[str]) -> set[str]:
        """Follow an edit that answered `questions` anew; the elements that stand differently."""
        asked = list(questions)
        stale = self._look_again(context, reach, asked)
        stale.update(key for name in asked for key in self._conditioned.get(name, ()))
        for section in filter(_set_aside_or_back, reach.changes_of.get(Kind.SECTION, ())):
            stale.update(self._housed.get(str(section.id), ()))
        changed = set()
        for key in stale:
            status = self._judge(context, key)
            if status != self._statuses[key]:
                self._statuses[key] = status
                changed.add(key)
        return changed

    def _look_again(self, context: Context, reach: Reach, questions: list[str]) -> set[str]:
        """Bring the probes that `reach` concerns up to date; the elements that use them."""
        anew = {at for name in questions for at in self._by_question.get(name, ())}
        for at in anew:
            self._probes[at].start(context)
        concerned = {*self._passed(reach), *self._retold(reach)} - anew
        moved = {at for at in concerned if self._probes[at].update(context, reach)}
        return {key for at in anew | moved for key in self._users[at]}

    def _passed(self, reach: Reach) -> Iterator[int]:
        """The probes that look at a table in which a record came or went."""
        for kind in reach.passing:
            yield from self._by_kind.get(kind, ())

    def _retold(self, reach: Reach) -> Iterator[int]:
        """The probes that look at a section or a field that changed."""
        for change in reach.changes_of.get(Kind.SECTION, ()):
            yield from self._by_section.get(str(change.id), ())
        for kind, changes in reach.kept.items():
            for field, probes in self._by_field.get(kind, {}).items():
                if any(getattr(one.before, field) != getattr(one.after, field) for one in changes):
                    yield from probes

    def _judge(self, context: Context, key: str) -> ElementStatus:
        element = self._elements[key]
        if not _expected(context, element):
            return ElementStatus(element, ElementState.NOT_EXPECTED)
        found = (self._probes[at].outcome(context) for at in self._probes_of[key])
        outcomes = [outcome for outcome in found if outcome is not None]
        gaps = tuple(outcome.gap for outcome in outcomes if not outcome.passed)
        return ElementStatus(element, _state(outcomes), gaps)

    def _index(self, places: Mapping[Test, int]) -> None:
        """Note which probes and elements each input concerns."""
        self._index_probes()
        for element in self._elements.values():
            self._probes_of[element.id] = [places[test] for test in element.tests]
            for at in self._probes_of[element.id]:
                _note(self._users, at, element.id)
            _note(self._housed, element.section, element.id)
            for name in questions_in(element.when):
                _note(self._conditioned, name, element.id)

    def _index_probes(self) -> None:
        for at, probe in enumerate(self._probes):
            for kind, fields in probe.looks_at.items():
                _note(self._by_kind, kind, at)
                for field in fields:
                    _note(self._by_field.setdefault(kind, {}), field, at)
            for section in probe.sections:
                _note(self._by_section, section, at)
            for question in probe.questions:
                _note(self._by_question, question, at)


def _note(index: dict[K, list[V]], key: K, entry: V) -> None:
    index.setdefault(key, []).append(entry)


def _expected(context: Context, element: Element) -> bool:
    """Whether its condition holds and the section it stands in applies."""
    section = context.plan.sections.get(RecordId(element.section))
    return (section is None or applies(section)) and holds(element.when, context.answers)


def _set_aside_or_back(change: RecordChange) -> bool:
    """Whether a section applies now and did not before, or the other way round."""
    before, after = change.before, change.after
    gone = [isinstance(one, Section) and not applies(one) for one in (before, after)]
    return gone[0] != gone[1]


def _state(outcomes: list[Outcome]) -> ElementState:
    if not outcomes:
        return ElementState.NOT_EXPECTED
    if all(outcome.passed for outcome in outcomes):
        return ElementState.MET
    begun = any(outcome.done for outcome in outcomes)
    return ElementState.PARTLY if begun else ElementState.NOT_MET
