import pytest

from app.domain.judgement.context import Context
from app.domain.judgement.linkage import Linkage
from app.domain.judgement.remedies import MENDERS, remedy
from app.domain.plan.changes import apply, made_on
from app.domain.plan.plan import Kind
from tests.builders import plan_with
from tests.unit.domain.judgement.linting.test_rule import EVERY, WEIGHTS
from tests.unit.domain.judgement.remedies.mending import about_nobody
from tests.unit.domain.judgement.subjects import TEMPLATE, TODAY

NOTHING = plan_with()
EMPTY = Context(NOTHING, {}, TEMPLATE, TODAY, Linkage(NOTHING))


def test_only_codes_that_exist_have_a_quick_fix():
    assert set(MENDERS) <= set(WEIGHTS)


def test_a_code_without_a_quick_fix_gets_none():
    assert remedy(EMPTY, about_nobody("contact.unverified", Kind.PERSON)) is None


@pytest.mark.parametrize("code", sorted(MENDERS))
def test_a_finding_about_a_record_that_has_gone_breaks_nothing(code):
    offered = remedy(EMPTY, about_nobody(code, Kind.SECTION, "gone"))

    assert offered is None or apply(NOTHING, made_on(NOTHING, offered.changes)) != NOTHING


@pytest.mark.parametrize("finding", EVERY, ids=lambda finding: finding.key)
def test_no_finding_at_all_makes_a_quick_fix_fail_on_another_plan(finding):
    offered = remedy(EMPTY, finding)

    assert offered is None or offered.label
