"""A small organisation for the tests of people and roles."""

from datetime import date

from app.domain.plan.obligations import Obligation
from app.domain.plan.people import Channel, ChannelKind, Party, PartyKind, Person
from app.domain.plan.plan import Plan
from app.domain.plan.roles import Role, RoleTier
from app.domain.plan.sections import Section
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode
from tests.builders import plan_with, rid

TODAY = date(2026, 11, 23)
MOBILE = Channel(ChannelKind.MOBILE, "+44 7700 900101", out_of_band=True, label="private")
MAIL = Channel(ChannelKind.EMAIL, "bo@example.org")
ANN = Person(
    rid("ann"), "Ann Müller", "Head of security", channels=(MOBILE, MAIL), verified_on=TODAY
)
BO = Person(rid("bo"), "Bo", unit="Night shift", channels=(MAIL,), verified_on=date(2026, 1, 1))
CY = Person(rid("cy"), "Cy", external=True)
DI = Person(rid("di"), "Di", channels=(MOBILE,), time_zone="Asia/Tokyo")
PEOPLE = (ANN, BO, CY, DI)
INSURER = Party(rid("insurer"), "Meridian", PartyKind.INSURER, "Pays", "POL-7", (MOBILE,))
POLICE = Party(rid("police"), "Police", PartyKind.POLICE)
LEAD = Role(rid("lead"), "Lead", holder=rid("ann"), deputies=(rid("bo"), rid("cy")))
BOARD = Role(rid("board"), "Board", RoleTier.BOARD, holder=rid("ann"))
SCRIBE = Role(rid("scribe"), "Scribe", RoleTier.SUPPORT, deputies=(rid("bo"),))
TREE = CommunicationTree(rid("tree"), "Main")
TOP = TreeNode(rid("top"), rid("tree"), None, NodeTarget.ROLE, "scribe")
BELOW = TreeNode(rid("below"), rid("tree"), rid("top"), NodeTarget.ROLE, "lead")
DIRECT = TreeNode(rid("direct"), rid("tree"), rid("top"), NodeTarget.PERSON, "di")
DUTY = Obligation(rid("duty"), "Tell", decision_owner=rid("lead"), contact=rid("insurer"))
TEXT = Section(rid("contacts"), "Contacts", prose="Call [Cy](person:cy) at once.")


def organisation() -> Plan:
    """Four people, two parties, three roles, a tree, a duty and a text."""
    return plan_with(
        *PEOPLE, INSURER, POLICE, LEAD, BOARD, SCRIBE, TREE, TOP, BELOW, DIRECT, DUTY, TEXT
    )
