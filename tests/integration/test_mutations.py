"""Each fault put into the complete sample plan is found, and nothing else is."""

from collections import Counter
from datetime import date

import pytest

from app.bootstrap import SAMPLE, samples_folder
from app.domain.interview.drafting import draft
from app.domain.interview.template import PlanTemplate
from app.domain.judgement.context import Context, all_answers
from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linkage import Linkage
from app.domain.judgement.remedies import MENDERS, Remedy, remedy
from app.domain.judgement.standards import Standards
from app.domain.plan.changes import apply, invert, made_on
from app.domain.plan.plan import Plan
from app.exchange.answers import read_answers
from app.paths import data_folder
from app.persistence.library.regimes import read_regimes
from tests.builders import rid
from tests.integration.mutations import MUTATIONS, Mutation
from tests.shipped import SHIPPED_LIBRARY
from tests.unit.domain.judgement.linting.test_rule import WEIGHTS

pytestmark = pytest.mark.no_cover

TODAY = date(2026, 11, 21)
EACH = pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.key)
MENDED = pytest.mark.parametrize(
    "mutation",
    [mutation for mutation in MUTATIONS if mutation.code in MENDERS],
    ids=lambda mutation: mutation.key,
)
UNMENDED = pytest.mark.parametrize(
    "mutation",
    [mutation for mutation in MUTATIONS if mutation.code not in MENDERS],
    ids=lambda mutation: mutation.key,
)


class Bench:
    """The sample plan on the bench: judged as it is, and with a fault."""

    def __init__(self) -> None:
        library = SHIPPED_LIBRARY
        self.template: PlanTemplate = library.template("combined")
        self.standards = Standards(regimes=read_regimes(data_folder("frameworks") / "regimes"))
        sheet = read_answers(samples_folder() / f"{SAMPLE}.toml", self.template)
        self.plan = draft(self.template, sheet, rid("sample"))
        self.sound = frozenset(finding.key for finding in self.findings(self.plan))

    def findings(self, plan: Plan) -> tuple[Finding, ...]:
        return Judgement(plan, self.template, self.standards, TODAY).findings()

    def found(self, plan: Plan) -> dict[str, Finding]:
        """What is found in `plan` and not in the sound one."""
        return {
            str(finding.key): finding
            for finding in self.findings(plan)
            if finding.key not in self.sound
        }

    def remedy(self, plan: Plan, finding: Finding) -> Remedy | None:
        answers = all_answers(plan)
        regimes = self.standards.regimes
        context = Context(plan, answers, self.template, TODAY, Linkage(plan), regimes)
        return remedy(context, finding)


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench()


def test_the_sample_plan_is_sound(bench):
    assert bench.sound == frozenset()


def test_every_finding_there_is_has_its_fault():
    assert Counter(mutation.code for mutation in MUTATIONS) == Counter(WEIGHTS.keys())


@EACH
def test_a_fault_is_found_and_nothing_else(bench, mutation: Mutation):
    faulty = mutation.change(bench.plan)

    found = bench.found(faulty)

    own = {key for key in found if key.split("/")[0] == mutation.code}
    others = {key.split("/")[0] for key in found if key not in own}
    assert own == {mutation.key}
    assert others == mutation.also


@MENDED
def test_a_quick_fix_mends_the_fault_and_can_be_undone(bench, mutation: Mutation):
    faulty = mutation.change(bench.plan)
    before = bench.found(faulty)

    offered = bench.remedy(faulty, before[mutation.key])

    assert offered is not None
    changes = made_on(faulty, offered.changes)
    mended = apply(faulty, changes)
    after = bench.found(mended)
    assert mutation.key not in after
    assert not [
        finding
        for key, finding in after.items()
        if key not in before and finding.weight is Weight.BLOCKS
    ]
    assert apply(mended, invert(changes)) == faulty


@UNMENDED
def test_a_fault_without_a_quick_fix_gets_none(bench, mutation: Mutation):
    faulty = mutation.change(bench.plan)

    assert bench.remedy(faulty, bench.found(faulty)[mutation.key]) is None
