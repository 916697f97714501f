"""The verdict on every requirement in scope of one plan, kept up to date edit by edit."""

from collections.abc import Iterable, Mapping

from app.domain.judgement.context import Context
from app.domain.judgement.coverage import RequirementStatus, in_scope, judge_requirement
from app.domain.judgement.elements.book import ElementBook
from app.domain.judgement.elements.element import Element, ElementStatus
from app.domain.judgement.reach import Reach
from app.domain.judgement.requirements import Framework, Requirement
from app.domain.judgement.vouching import Vouching
from app.domain.plan.assurance import requirement_key
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan

Rows = dict[str, RequirementStatus]
"""Verdicts by requirement id, in the framework's order."""


class RequirementBook:
    """Elements, what people vouch for, and the requirements that follow from both."""

    def __init__(
        self, context: Context, elements: Iterable[Element], frameworks: Iterable[Framework]
    ) -> None:
        self._elements = ElementBook(context, elements)
        self._vouching = Vouching(context.plan)
        self._rows: dict[str, Rows] = {}
        self._keys: dict[RecordId, tuple[str, str]] = {}
        self._needing: dict[str, list[RecordId]] = {}
        self.choose(context.plan, frameworks)

    @property
    def elements(self) -> Mapping[str, ElementStatus]:
        """How every element stands, by its id."""
        return self._elements.statuses

    def rows(self, framework: str) -> Mapping[str, RequirementStatus]:
        """The verdicts of one framework.

        Raises:
            KeyError: the framework is not chosen.
        """
        return self._rows[framework]

    def judged(self, plan: Plan, framework: Framework) -> tuple[RequirementStatus, ...]:
        """The verdicts on any framework, judged now unless it is chosen."""
        if framework.id in self._rows:
            return tuple(self._rows[framework.id].values())
        keyed = ((requirement_key(framework.id, one.id), one) for one in in_scope(framework, plan))
        return tuple(self._judge(plan, key, item) for key, item in keyed)

    def choose(self, plan: Plan, frameworks: Iterable[Framework]) -> None:
        """Judge all of `frameworks`, and no other; the verdicts there are stay."""
        judged = self._rows
        self._rows, self._keys, self._needing = {}, {}, {}
        for framework in frameworks:
            known = judged.get(framework.id, {})
            rows = self._rows[framework.id] = {}
            for item in in_scope(framework, plan):
                key = requirement_key(framework.id, item.id)
                self._keys[key] = (framework.id, item.id)
                rows[item.id] = known.get(item.id) or self._judge(plan, key, item)
                for element in item.needs:
                    self._needing.setdefault(element, []).append(key)

    def update(self, context: Context, reach: Reach, questions: Iterable[str]) -> None:
        """Judge again what an edit concerns that answered `questions` anew."""
        stale = self._vouching.update(reach.changes)
        for element in self._elements.update(context, reach, questions):
            stale.update(self._needing.get(element, ()))
        for key in stale:
            framework, name = self._keys.get(key, ("", ""))
            if framework:
                rows = self._rows[framework]
                rows[name] = self._judge(context.plan, key, rows[name].requirement)

    def _judge(self, plan: Plan, key: RecordId, requirement: Requirement) -> RequirementStatus:
        vouched = self._vouching.of(plan, key)
        return judge_requirement(requirement, self._elements.statuses, vouched)
