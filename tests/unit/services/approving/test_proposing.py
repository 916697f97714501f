from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.plan.acts import Deed, Route
from app.domain.plan.governance import Version
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.records import Records
from app.domain.plan.upkeep import ApprovalRule, Upkeep
from app.services.approving.proposing import proposal
from app.services.history import Entry
from tests.builders import person, plan_with, rid, role
from tests.unit.domain.lifecycle.approving.acts import act

BEFORE = plan_with(role("lead", duties=("Lead",)), person("ann"))
ISSUED = (Version(rid("issue-1-0"), "1.0"), act(Deed.ISSUED_IN_EMERGENCY, revision=7))


@dataclass
class OneState:
    """A history that only knows the plan at revision 7."""

    plan: Plan

    def plan_at(self, number: int) -> Plan:
        assert number == 7
        return self.plan

    def entries(self) -> tuple[Entry, ...]:
        raise NotImplementedError

    def versions(self) -> Mapping[str, int]:
        raise NotImplementedError


def test_the_first_version_is_material():
    found = proposal(BEFORE, OneState(BEFORE))

    assert found.material
    assert found.comparison is None
    assert found.number(material=True) == "1.0"
    assert found.route == Route()


def test_what_changed_since_the_last_issue_is_weighed():
    issued = plan_with(*BEFORE.roles.values(), *BEFORE.people.values(), *ISSUED)
    slight = issued.with_table(Kind.PERSON, Records((person("ann", "Anne"),)))
    grave = issued.with_table(Kind.ROLE, Records((role("lead", duties=("Follow",)),)))

    assert not proposal(slight, OneState(BEFORE)).material
    found = proposal(grave, OneState(BEFORE))
    assert found.material
    assert found.comparison is not None
    assert (found.number(material=True), found.number(material=False)) == ("2.0", "1.1")


def test_the_people_asked_last_are_proposed_under_the_rule_of_the_plan():
    asked = replace(act(Deed.SUBMITTED), route=Route(("Rita",), ("Carl",), ApprovalRule.ANY))
    rule = Upkeep(approval=ApprovalRule.QUORUM, quorum=2, reviews=0)

    found = proposal(plan_with(asked, rule), OneState(BEFORE))

    assert found.route == Route(("Rita",), ("Carl",), ApprovalRule.QUORUM, 2, 0)
