"""Findings in the order people read them, kept section by section."""

from collections.abc import Iterable

from app.domain.judgement.findings import ORDER, Finding, Weight
from app.domain.judgement.ledger import Ledger
from app.domain.plan.plan import Plan

Findings = tuple[Finding, ...]
_Shelf = dict[tuple[Weight, bool], Findings]


class Ranking:
    """The findings of a ledger, worst first, then by section, then as the ledger has them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._shelves: dict[str, _Shelf] = {}
        self._ranked: tuple[Findings, Findings] | None = None

    def forget(self, sections: Iterable[str]) -> None:
        """Look at `sections` again when next asked."""
        for section in sections:
            self._shelves.pop(section, None)
        self._ranked = None

    def forget_all(self) -> None:
        """Look at everything again when next asked."""
        self._shelves.clear()
        self._ranked = None

    def findings(self, plan: Plan, *, accepted: bool) -> Findings:
        """Those open, or accepted with a reason; sections the plan lacks come last."""
        if self._ranked is None:
            order = self._in_order(plan)
            self._ranked = (self._flat(plan, order, False), self._flat(plan, order, True))
        return self._ranked[accepted]

    def _in_order(self, plan: Plan) -> list[str]:
        found = self._ledger.sections
        known = [str(key) for key in plan.sections if str(key) in found]
        return [*known, *sorted(found - set(known))]

    def _flat(self, plan: Plan, order: list[str], accepted: bool) -> Findings:
        return tuple(
            finding
            for weight in ORDER
            for section in order
            for finding in self._shelf(plan, section).get((weight, accepted), ())
        )

    def _shelf(self, plan: Plan, section: str) -> _Shelf:
        if section not in self._shelves:
            shelf: dict[tuple[Weight, bool], list[Finding]] = {}
            for finding in self._ledger.of_section(section):
                place = (finding.weight, finding.key in plan.accepted)
                shelf.setdefault(place, []).append(finding)
            self._shelves[section] = {place: tuple(found) for place, found in shelf.items()}
        return self._shelves[section]
