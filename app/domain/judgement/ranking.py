"""Findings in the order people read them, kept rule by rule in each section."""

from collections.abc import Iterable, Iterator

from app.domain.judgement.findings import ORDER, Finding, Weight
from app.domain.judgement.ledger import Ledger
from app.domain.judgement.register import Part
from app.domain.plan.plan import Plan

Findings = tuple[Finding, ...]
_Shelf = dict[tuple[Weight, bool], list[Finding]]


class Ranking:
    """The findings of a ledger, worst first, then by section, then as the ledger has them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._shelves: dict[Part, _Shelf] = {}
        self._order: list[str] = []
        self._ranked: tuple[Findings, Findings] = ((), ())
        self._stale = True

    def forget(self, parts: Iterable[Part]) -> None:
        """Look at `parts` again when next asked."""
        for part in parts:
            self._shelves.pop(part, None)
            self._stale = True

    def findings(self, plan: Plan, *, accepted: bool) -> Findings:
        """Those open, or accepted with a reason; sections the plan lacks come last."""
        order = self._in_order(plan)
        if self._stale or order != self._order:
            parts = [part for section in order for part in self._ledger.parts(section)]
            codes = {key.partition("/")[0] for key in plan.accepted}
            shelves = [self._shelf(plan, part, codes) for part in parts]
            self._ranked = (tuple(_flat(shelves, False)), tuple(_flat(shelves, True)))
            self._order, self._stale = order, False
        return self._ranked[accepted]

    def _in_order(self, plan: Plan) -> list[str]:
        found = self._ledger.sections
        known = [str(key) for key in plan.sections if str(key) in found]
        return [*known, *sorted(found - set(known))]

    def _shelf(self, plan: Plan, part: Part, codes: set[str]) -> _Shelf:
        """The findings of `part`; `codes` are those of accepted findings, which are few."""
        if part not in self._shelves:
            shelf: _Shelf = {}
            for finding in self._ledger.of_part(part):
                accepted = finding.code in codes and finding.key in plan.accepted
                place = (finding.weight, accepted)
                shelf.setdefault(place, []).append(finding)
            self._shelves[part] = shelf
        return self._shelves[part]


def _flat(shelves: list[_Shelf], accepted: bool) -> Iterator[Finding]:
    for weight in ORDER:
        for shelf in shelves:
            yield from shelf.get((weight, accepted), ())
