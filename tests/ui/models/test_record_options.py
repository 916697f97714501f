"""What can be chosen in a field."""

import pytest

from app.domain.interview.drafting import draft
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from ui.models.record_options import requirements_among


@pytest.fixture
def plan(shop) -> Plan:
    return draft(shop.template("combined"), shop.sample_sheet(), RecordId("plan-a"))


def test_requirements_of_the_frameworks_are_offered_by_their_own_ids(shop, plan):
    framework = shop.library.framework("nist-csf-2-0")

    options = {option.value: option.text for option in requirements_among(plan, (framework,), ())}

    assert options["nist-csf-2-0/RS.MA-01"].startswith("RS.MA-01 ")
    assert options["nist-csf-2-0/RS.MA-01"].endswith("(NIST CSF 2.0)")


def test_only_those_of_the_baseline_are_offered(shop, plan):
    framework = shop.library.framework("nist-sp-800-53r5-ir")

    options = {option.value for option in requirements_among(plan, (framework,), ())}

    assert plan.profile.baseline == "moderate"
    assert "nist-sp-800-53r5-ir/IR-4" in options
    assert "nist-sp-800-53r5-ir/IR-4(4)" not in options


def test_a_requirement_that_is_named_already_stays_though_its_framework_is_gone(shop, plan):
    key = RecordId("gone/1.2")

    options = requirements_among(plan, (), (key, key))

    assert [(option.text, option.value) for option in options] == [("gone/1.2", key)]
