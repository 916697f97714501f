"""A register of findings: by rule, by section, by record, and counted by weight."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Set
from typing import Final

from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linkage import Name
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan

Findings = tuple[Finding, ...]

Part = tuple[str, int]
"""The findings of one rule, by its place among the rules, that are mended in one section."""

Row = tuple[int, RecordId | None]
"""The place of a rule among the rules, and the record it judged; None for a plan as a whole."""

_WALKED: Final = 64
"""How many records are walked through in the time in which one is looked up in its table."""


class Register:
    """What rules found, row by row; a row without findings is not kept.

    `kinds` says for each rule of which table it judges the records.
    """

    def __init__(self, kinds: Iterable[Kind | None], accepted: Iterable[RecordId]) -> None:
        self._kinds = tuple(kinds)
        self._rows: tuple[dict[RecordId | None, Findings], ...] = tuple({} for _ in self._kinds)
        self._rules_in: dict[str, set[int]] = {}
        self._parts: dict[Part, dict[RecordId | None, None]] = {}
        self._sorted: set[Part] = set()
        self._by_record: dict[Name, dict[Row, None]] = {}
        self._by_key: dict[RecordId, tuple[Weight, Part]] = {}
        self._accepted = set(accepted)
        self._counts: Counter[tuple[Weight, bool]] = Counter()

    def enter(self, row: Row, findings: Findings) -> frozenset[Part]:
        """Let `row` hold `findings`; the parts for which that makes a difference."""
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
        return self._sorted_in(row, before, findings)

    def found(self, rule: int) -> Set[RecordId | None]:
        """The records of which the rule at place `rule` found something."""
        return self._rows[rule].keys()

    def accept(self, key: RecordId, accepted: bool) -> frozenset[Part]:
        """Let the finding of this key, if there ever is one, count as accepted or as open.

        The result names the part for which that makes a difference, if any.
        """
        if accepted == (key in self._accepted):
            return frozenset()
        self._accepted ^= {key}
        if key not in self._by_key:
            return frozenset()
        weight, part = self._by_key[key]
        self._counts[weight, accepted] += 1
        self._counts[weight, not accepted] -= 1
        return frozenset({part})

    def rearrange(self, kind: Kind) -> frozenset[Part]:
        """Forget the order of the records of `kind`; the parts that were sorted by it."""
        parts = frozenset(part for part in self._parts if self._kinds[part[1]] is kind)
        self._sorted -= parts
        return parts

    def count(self, weight: Weight, *, accepted: bool = False) -> int:
        """How many findings of `weight` are open, or accepted with a reason."""
        return self._counts[weight, accepted]

    @property
    def sections(self) -> frozenset[str]:
        """The sections in which there is anything to mend."""
        return frozenset(self._rules_in)

    def findings(self, plan: Plan) -> Iterator[Finding]:
        """All findings, rule by rule, each in the order of its table in `plan`."""
        for rule, rows in enumerate(self._rows):
            for record in self._by_place(plan, rule, rows):
                yield from rows[record]

    def of_section(self, plan: Plan, section: str) -> Findings:
        """The findings to be mended in `section`, in the same order."""
        return tuple(item for part in self.parts(section) for item in self.of_part(plan, part))

    def parts(self, section: str) -> list[Part]:
        """The parts that `section` has, rule by rule."""
        return [(section, rule) for rule in sorted(self._rules_in.get(section, ()))]

    def of_part(self, plan: Plan, part: Part) -> Findings:
        """The findings of one part, in the order of the table in `plan`."""
        section, rule = part
        records = self._parts.get(part, {})
        if part not in self._sorted:
            records = self._parts[part] = dict.fromkeys(self._by_place(plan, rule, records))
            self._sorted.add(part)
        rows = self._rows[rule]
        return tuple(item for record in records for item in rows[record] if item.section == section)

    def of_record(self, plan: Plan, kind: Kind, key: RecordId) -> Findings:
        """The findings about one record, in the same order."""
        rows = self._by_record.get((kind, key), {})
        rules: dict[int, set[RecordId | None]] = {}
        for rule, record in rows:
            rules.setdefault(rule, set()).add(record)
        return tuple(
            item
            for rule in sorted(rules)
            for record in self._by_place(plan, rule, rules[rule])
            for item in self._rows[rule][record]
            if (item.kind, item.record) == (kind, key)
        )

    def _by_place(
        self, plan: Plan, rule: int, records: Collection[RecordId | None]
    ) -> list[RecordId | None]:
        """The `records` that `rule` judged in the order of their table."""
        kind = self._kinds[rule]
        if kind is None:
            return [*records]
        table = plan.table(kind)
        if len(records) * _WALKED > len(table):
            return [key for key in table if key in records]
        return sorted(records, key=lambda key: table.index(key) if key is not None else 0)

    def _sorted_in(self, row: Row, before: Findings, after: Findings) -> frozenset[Part]:
        """Note the parts in which `row` stands; those in which it stood before or stands now."""
        rule, record = row
        old = {finding.section for finding in before}
        new = {finding.section for finding in after}
        for section in new - old:
            part = (section, rule)
            self._parts.setdefault(part, {})[record] = None
            self._rules_in.setdefault(section, set()).add(rule)
            self._sorted.discard(part)
        for section in old - new:
            self._leave((section, rule), record)
        return frozenset((section, rule) for section in old | new)

    def _leave(self, part: Part, record: RecordId | None) -> None:
        del self._parts[part][record]
        if not self._parts[part]:
            section, rule = part
            del self._parts[part]
            self._sorted.discard(part)
            self._rules_in[section].discard(rule)
            if not self._rules_in[section]:
                del self._rules_in[section]

    def _add(self, row: Row, finding: Finding) -> None:
        self._by_record.setdefault((finding.kind, finding.record), {})[row] = None
        self._by_key[finding.key] = (finding.weight, (finding.section, row[0]))
        self._counts[finding.weight, finding.key in self._accepted] += 1

    def _drop(self, row: Row, finding: Finding) -> None:
        name = (finding.kind, finding.record)
        rows = self._by_record.get(name, {})
        rows.pop(row, None)
        if not rows:
            self._by_record.pop(name, None)
        self._by_key.pop(finding.key, None)
        self._counts[finding.weight, finding.key in self._accepted] -= 1
