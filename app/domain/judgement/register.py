"""A register of findings: by rule, by section, by record, and counted by weight."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linkage import Name
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan

_Key = TypeVar("_Key")

Findings = tuple[Finding, ...]

Row = tuple[int, RecordId | None]
"""The place of a rule among the rules, and the record it judged; None for a plan as a whole."""


class Register:
    """What rules found, row by row; a row without findings is not kept.

    `kinds` says for each rule of which table it judges the records.
    """

    def __init__(self, kinds: Iterable[Kind | None], accepted: Iterable[RecordId]) -> None:
        self._kinds = tuple(kinds)
        self._rows: tuple[dict[RecordId | None, Findings], ...] = tuple({} for _ in self._kinds)
        self._by_section: dict[str, dict[Row, None]] = {}
        self._by_record: dict[Name, dict[Row, None]] = {}
        self._by_key: dict[RecordId, Weight] = {}
        self._accepted = set(accepted)
        self._counts: Counter[tuple[Weight, bool]] = Counter()

    def enter(self, row: Row, findings: Findings) -> frozenset[str]:
        """Let `row` hold `findings`; the sections for which that makes a difference."""
        rule, record = row
        before = self._rows[rule].get(record, ())
        if before == findings:
            return frozenset()
        for finding in before:
            self._drop(row, finding)
        for finding in findings:
            self._add(row, finding)
        if findings:
            self._rows[rule][record] = findings
        else:
            self._rows[rule].pop(record)
        return frozenset(finding.section for finding in before + findings)

    def accept(self, key: RecordId, accepted: bool) -> None:
        """Let the finding of this key, if there ever is one, count as accepted or as open."""
        if accepted == (key in self._accepted):
            return
        self._accepted ^= {key}
        weight = self._by_key.get(key)
        if weight is not None:
            self._counts[weight, accepted] += 1
            self._counts[weight, not accepted] -= 1

    def count(self, weight: Weight, *, accepted: bool = False) -> int:
        """How many findings of `weight` are open, or accepted with a reason."""
        return self._counts[weight, accepted]

    @property
    def sections(self) -> frozenset[str]:
        """The sections in which there is anything to mend."""
        return frozenset(self._by_section)

    def findings(self, plan: Plan) -> Iterator[Finding]:
        """All findings, rule by rule, each in the order of its table in `plan`."""
        for rule, rows in enumerate(self._rows):
            for row in self._in_order(plan, ((rule, record) for record in rows)):
                yield from self._of(row)

    def of_section(self, plan: Plan, section: str) -> Findings:
        """The findings to be mended in `section`, in the same order."""
        rows = self._in_order(plan, self._by_section.get(section, ()))
        return tuple(item for row in rows for item in self._of(row) if item.section == section)

    def of_record(self, plan: Plan, kind: Kind, key: RecordId) -> Findings:
        """The findings about one record, in the same order."""
        rows = self._in_order(plan, self._by_record.get((kind, key), ()))
        return tuple(
            item
            for row in rows
            for item in self._of(row)
            if (item.kind, item.record) == (kind, key)
        )

    def sections_of(self, kind: Kind) -> frozenset[str]:
        """The sections with findings of rules that judge the records of `kind` one by one."""
        return frozenset(
            finding.section
            for at, rows in enumerate(self._rows)
            if self._kinds[at] is kind
            for findings in rows.values()
            for finding in findings
        )

    def _of(self, row: Row) -> Findings:
        return self._rows[row[0]][row[1]]

    def _in_order(self, plan: Plan, rows: Iterable[Row]) -> list[Row]:
        return sorted(rows, key=lambda row: (row[0], self._place(plan, row)))

    def _place(self, plan: Plan, row: Row) -> int:
        rule, record = row
        kind = self._kinds[rule]
        return 0 if kind is None or record is None else plan.table(kind).index(record)

    def _add(self, row: Row, finding: Finding) -> None:
        self._by_section.setdefault(finding.section, {})[row] = None
        self._by_record.setdefault((finding.kind, finding.record), {})[row] = None
        self._by_key[finding.key] = finding.weight
        self._counts[finding.weight, finding.key in self._accepted] += 1

    def _drop(self, row: Row, finding: Finding) -> None:
        _take_out(self._by_section, finding.section, row)
        _take_out(self._by_record, (finding.kind, finding.record), row)
        self._by_key.pop(finding.key, None)
        self._counts[finding.weight, finding.key in self._accepted] -= 1


def _take_out(index: dict[_Key, dict[Row, None]], key: _Key, row: Row) -> None:
    rows = index.get(key, {})
    rows.pop(row, None)
    if not rows:
        index.pop(key, None)
