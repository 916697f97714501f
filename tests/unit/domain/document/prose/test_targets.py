import pytest

from app.domain.document.prose.nodes import Reference, ReferenceKind
from app.domain.document.prose.targets import TARGETS, target_name
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.obligations import Obligation
from app.domain.plan.people import Party, PartyKind
from app.domain.plan.plan import Record, kind_of
from app.domain.plan.playbooks import Playbook
from app.domain.plan.roles import Role
from app.domain.plan.sections import Section
from app.domain.plan.trees import CommunicationTree
from tests.builders import person, plan_with, rid, role

RECORDS: dict[ReferenceKind, Record] = {
    ReferenceKind.ROLE: role("x", "Named"),
    ReferenceKind.PERSON: person("x", "Named"),
    ReferenceKind.PARTY: Party(rid("x"), "Named", PartyKind.POLICE),
    ReferenceKind.SEVERITY: SeverityLevel(rid("x"), "Named", 1),
    ReferenceKind.SECTION: Section(rid("x"), "Named"),
    ReferenceKind.PLAYBOOK: Playbook(rid("x"), "Named"),
    ReferenceKind.TREE: CommunicationTree(rid("x"), "Named"),
    ReferenceKind.OBLIGATION: Obligation(rid("x"), "Named"),
}


@pytest.mark.parametrize("kind", ReferenceKind)
def test_a_reference_is_named_as_the_plan_names_its_record(kind):
    record = RECORDS[kind]

    assert TARGETS[kind] is kind_of(record)
    assert target_name(plan_with(record), Reference(kind, "x")) == "Named"


@pytest.mark.parametrize("kind", ReferenceKind)
def test_a_reference_to_no_record_has_no_name(kind):
    others = [record for other, record in RECORDS.items() if other is not kind]

    assert target_name(plan_with(*others), Reference(kind, "x")) is None


def test_the_title_of_a_person_is_not_a_name():
    plan = plan_with(person("x", "Ada", title="Chief"))

    assert target_name(plan, Reference(ReferenceKind.PERSON, "x")) == "Ada"


def test_a_record_without_a_name_is_there_all_the_same():
    plan = plan_with(Role(rid("x"), ""))

    assert target_name(plan, Reference(ReferenceKind.ROLE, "x")) == ""
