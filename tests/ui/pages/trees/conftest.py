"""The page Communication trees over a small plan."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.people import Channel, ChannelKind
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.records import Records
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode
from tests.builders import person, plan_with, rid, role
from tests.ui.fakes import MemoryStore, open_plan
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.pages.trees import TreesPage

MOBILE = Channel(ChannelKind.MOBILE, "+44 20 7946 0112")
MAIL = Channel(ChannelKind.EMAIL, "ada@northwind.example")
PEOPLE = (
    person("ada", "Ada Byron", channels=(MOBILE, MAIL)),
    person("bob", "Bob Ray"),
    person("cy", "Cy Young"),
)
ROLES = (
    role("lead", "Incident lead", holder=rid("ada"), deputies=(rid("bob"),)),
    role("tech", "Technical lead", holder=rid("bob")),
)
TREE = CommunicationTree(rid("t"), "Activation tree", starts_at=rid("s1"))
OTHER = CommunicationTree(rid("u"), "Executive tree")


def call(key: str, parent: str | None, target: NodeTarget, target_id: str = "", **more) -> TreeNode:
    above = rid(parent) if parent else None
    return TreeNode(rid(key), TREE.id, above, target, target_id, **more)


CALLS = (
    call("a", None, NodeTarget.ROLE, "lead"),
    call(
        "b",
        "a",
        NodeTarget.ROLE,
        "tech",
        channels=(ChannelKind.MOBILE, ChannelKind.EMAIL),
        allowed=Duration(15, TimeUnit.MINUTES),
        if_no_answer="Call the deputy.",
    ),
    call("x", "b", NodeTarget.PERSON, "cy"),
    call("c", "a", NodeTarget.GROUP, name="All <b>staff</b>"),
)


def tree_plan(*calls: TreeNode) -> Plan:
    level = SeverityLevel(rid("s1"), "S1 Critical", 1, informed=(rid("lead"),))
    return plan_with(*PEOPLE, *ROLES, TREE, OTHER, level, *(calls or CALLS))


def without_calls(plan: Plan) -> Plan:
    return plan.with_table(Kind.TREE_NODE, Records())


Show = Callable[..., TreesPage]


@pytest.fixture
def show(qtbot, host: QWidget, desk: Desk) -> Show:
    """Shows the page over a plan."""

    def shown(plan: Plan, *, read_only: bool = False, width: int = 1216) -> TreesPage:
        bridge = PlanBridge(open_plan(MemoryStore(plan, read_only=read_only)), host)
        page = TreesPage(bridge, desk, host)
        host.resize(width, 840)
        page.resize(width, 840)
        with qtbot.waitExposed(host):
            host.show()
        return page

    return shown


@pytest.fixture
def page(show: Show) -> TreesPage:
    return show(tree_plan())
