from app.domain.plan.people import Channel, ChannelKind, Party, PartyKind
from app.domain.plan.trees import NodeTarget
from app.services.trees.called import (
    Called,
    Directory,
    people_called,
    record_called,
    usual_channels,
)
from tests.builders import person, plan_with, rid, role

MAIL = Channel(ChannelKind.EMAIL, "ada@northwind.example")
MOBILE = Channel(ChannelKind.MOBILE, "+44 20 7946 0112")
ADA = person("ada", "Ada Bell", channels=(MOBILE, MAIL, MOBILE))
BOB = person("bob", "Bob Ray")
LEAD = role("lead", "Incident lead", holder=rid("ada"), deputies=(rid("bob"), rid("ada")))
OPEN = role("open", "Open role", deputies=(rid("gone"),))
CERT = Party(rid("cert"), "The CERT", PartyKind.CSIRT, channels=(MAIL,))
PLAN = plan_with(ADA, BOB, LEAD, OPEN, CERT, role("twin", "bob ray"))


def called(target, key):
    return Called(target, key)


def test_who_is_called_is_looked_up_in_the_table_of_its_kind():
    assert record_called(PLAN, called(NodeTarget.ROLE, "lead")) is LEAD
    assert record_called(PLAN, called(NodeTarget.PARTY, "cert")) is CERT
    assert record_called(PLAN, called(NodeTarget.PERSON, "lead")) is None
    assert record_called(PLAN, called(NodeTarget.GROUP, "lead")) is None


def test_those_who_can_answer_for_a_role_come_once_the_holder_first():
    assert people_called(PLAN, called(NodeTarget.ROLE, "lead")) == (ADA, BOB)
    assert people_called(PLAN, called(NodeTarget.ROLE, "open")) == ()
    assert people_called(PLAN, called(NodeTarget.PERSON, "bob")) == (BOB,)
    assert people_called(PLAN, called(NodeTarget.PARTY, "cert")) == ()


def test_usual_channels_are_those_of_the_contact_in_its_order():
    both = (ChannelKind.MOBILE, ChannelKind.EMAIL)

    assert usual_channels(PLAN, called(NodeTarget.ROLE, "lead")) == both
    assert usual_channels(PLAN, called(NodeTarget.PARTY, "cert")) == (ChannelKind.EMAIL,)
    assert usual_channels(PLAN, called(NodeTarget.ROLE, "open")) == ()
    assert usual_channels(PLAN, called(NodeTarget.GROUP, "")) == ()


def test_a_name_is_known_whatever_its_case_and_blanks_and_roles_come_first():
    directory = Directory(PLAN)

    assert directory.find(" ADA  bell") == Called(NodeTarget.PERSON, "ada")
    assert directory.find("the cert") == Called(NodeTarget.PARTY, "cert")
    assert directory.find("Bob Ray") == Called(NodeTarget.ROLE, "twin")
    assert directory.find("All staff") == Called(NodeTarget.GROUP, name="All staff")
