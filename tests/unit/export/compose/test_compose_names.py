import pytest

from app.domain.plan.classification import SeverityLevel
from app.domain.plan.obligations import Obligation
from app.domain.plan.people import Channel, ChannelKind, Party, PartyKind
from app.domain.plan.trees import NodeTarget, TreeNode
from app.export.compose import names
from tests.builders import person, plan_with, rid, role
from tests.labels import ENGLISH

PLAN = plan_with(
    person("anna", "Anna Keller"),
    person("jonas", "Jonas Lind"),
    role("lead", "Incident lead"),
    SeverityLevel(rid("s1"), "S1 Critical", 1),
    Party(rid("insurer"), "Example Insurance", PartyKind.INSURER),
)


@pytest.mark.parametrize(
    ("name", "key", "shown"),
    [
        (names.person, "anna", "Anna Keller"),
        (names.role, "lead", "Incident lead"),
        (names.severity, "s1", "S1 Critical"),
        (names.party, "insurer", "Example Insurance"),
    ],
)
def test_a_record_is_called_by_its_name_and_an_unknown_one_is_blank(name, key, shown):
    assert name(PLAN, rid(key)) == shown
    assert name(PLAN, rid("nobody")) == ""
    assert name(PLAN, None) == ""


def test_people_stand_one_a_line_without_the_unknown():
    assert names.people(PLAN, (rid("jonas"), rid("gone"), rid("anna"))) == "Jonas Lind\nAnna Keller"


def test_channels_say_what_they_are_and_which_work_without_the_network():
    found = (
        Channel(ChannelKind.EMAIL, "a@example.org"),
        Channel(ChannelKind.MOBILE, "+44 1", out_of_band=True, label="incident line"),
    )

    assert (
        names.channels(found, ENGLISH)
        == "e-mail: a@example.org\nincident line: +44 1 (out of band)"
    )


def test_every_kind_of_channel_has_a_word():
    said = {names.channel_kind(kind, ENGLISH) for kind in ChannelKind}

    assert len(said) == len(ChannelKind)


@pytest.mark.parametrize(
    ("target", "key", "shown"),
    [
        (NodeTarget.ROLE, "lead", "Incident lead"),
        (NodeTarget.PERSON, "anna", "Anna Keller"),
        (NodeTarget.PARTY, "insurer", "Example Insurance"),
        (NodeTarget.GROUP, "", "Night shift"),
        (NodeTarget.ROLE, "gone", "Night shift"),
        (NodeTarget.PERSON, "gone", "Night shift"),
        (NodeTarget.PARTY, "gone", "Night shift"),
    ],
)
def test_a_node_is_called_as_its_target_or_else_by_its_own_name(target, key, shown):
    node = TreeNode(rid("n"), rid("t"), None, target, key, "Night shift")

    assert names.node(PLAN, node) == shown


def test_a_duty_is_called_by_its_name_and_one_that_is_gone_is_blank():
    plan = plan_with(Obligation(rid("gdpr"), "GDPR breach"))

    assert names.duty(plan, rid("gdpr")) == "GDPR breach"
    assert names.duty(plan, rid("gone")) == ""
