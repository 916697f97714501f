"""How the tests of quick-fixes mend a plan."""

from app.domain.interview.template import PlanTemplate
from app.domain.judgement.context import Context, all_answers
from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linkage import Linkage
from app.domain.judgement.regimes import Regime
from app.domain.judgement.remedies import Remedy, remedy
from app.domain.judgement.standards import Standards
from app.domain.plan.changes import apply, invert, made_on
from app.domain.plan.plan import Kind, Plan
from tests.builders import rid
from tests.unit.domain.judgement.deadlines.clocks import regime
from tests.unit.domain.judgement.subjects import TEMPLATE, TODAY

REGIME = regime()


class Bench:
    """A plan on the bench with one library of regimes."""

    def __init__(
        self, plan: Plan, template: PlanTemplate = TEMPLATE, regimes: tuple[Regime, ...] = (REGIME,)
    ) -> None:
        self.plan = plan
        self._template = template
        self._regimes = regimes

    @property
    def context(self) -> Context:
        answers, linkage = all_answers(self.plan), Linkage(self.plan)
        return Context(self.plan, answers, self._template, TODAY, linkage, self._regimes)

    def findings(self) -> tuple[Finding, ...]:
        return Judgement(
            self.plan, self._template, Standards(regimes=self._regimes), TODAY
        ).findings()

    def offered(self, code: str) -> Remedy | None:
        """The quick-fix of the first finding of `code`."""
        found = next(finding for finding in self.findings() if finding.code == code)
        return remedy(self.context, found)

    def label(self, code: str) -> str:
        """What the quick-fix of the first finding of `code` says it does."""
        offered = self.offered(code)
        assert offered is not None
        return offered.label

    def mended(self, code: str) -> Plan:
        """The plan after the quick-fix of the first finding of `code`, which is gone then.

        Nothing that blocks approval has come, and undoing it leads back.
        """
        before = {finding.key: finding for finding in self.findings()}
        key = next(key for key, finding in before.items() if finding.code == code)
        offered = remedy(self.context, before[key])
        assert offered is not None
        old, made = self.plan, made_on(self.plan, offered.changes)
        assert made
        self.plan = apply(old, made)
        after = {finding.key: finding for finding in self.findings()}
        assert key not in after
        assert not [one for one in after if one not in before and blocks(after[one])]
        assert apply(self.plan, invert(made)) == old
        return self.plan


def blocks(finding: Finding) -> bool:
    return finding.weight is Weight.BLOCKS


def about_nobody(code: str, kind: Kind, field: str = "") -> Finding:
    """A finding about a record that has gone since."""
    return Finding(code, Weight.WARN, kind, rid("gone"), "Reason.", "Fix.", "purpose", field)
