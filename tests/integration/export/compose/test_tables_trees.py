from app.domain.document.drawing import Label
from app.domain.document.tree import Figure
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.people import ChannelKind
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode
from app.export.compose.tables.trees import trees
from tests.builders import person, plan_with, rid, role
from tests.labels import scribe
from tests.unit.export.compose.reading import GAP, only_table, rows, tables

TREE = CommunicationTree(rid("act"), "Activation", starts_at=rid("s2"))
ROOT = TreeNode(rid("a"), rid("act"), None, NodeTarget.ROLE, "lead")
CALLED = TreeNode(
    rid("b"),
    rid("act"),
    rid("a"),
    NodeTarget.GROUP,
    name="Night shift",
    channels=(ChannelKind.PAGER, ChannelKind.EMAIL),
    allowed=Duration(15, TimeUnit.MINUTES),
    if_no_answer="Call the duty manager",
)
PEOPLE = (person("anna", "Anna"), role("lead", "Incident lead", holder=rid("anna")))


def drawn(blocks):
    (figure,) = [block for block in blocks if isinstance(block, Figure)]
    return [shape.text for shape in figure.drawing.shapes if isinstance(shape, Label)]


def test_figure_and_table_name_the_same_people():
    made = trees(scribe(plan_with(TREE, ROOT, CALLED, *PEOPLE, SeverityLevel(rid("s2"), "S2", 2))))

    assert rows(only_table(made)) == [
        ("Incident lead", "starts the tree", "", "", ""),
        (
            "Night shift",
            "Incident lead",
            "pager\ne-mail",
            "15 minutes",
            "Call the duty manager",
        ),
    ]
    assert drawn(made) == ["15 minutes", "Incident lead", "Anna", "Night shift"]
    assert only_table(made).caption == "Activation, from S2 on"


def test_what_a_called_node_does_not_state_leaves_gaps():
    bare = TreeNode(rid("b"), rid("act"), rid("a"), NodeTarget.PERSON, "gone")

    made = trees(scribe(plan_with(TREE, ROOT, bare)))

    assert rows(only_table(made))[1] == (GAP, GAP, GAP, GAP, GAP)


def test_a_tree_for_any_severity_is_called_by_its_name_alone():
    made = trees(scribe(plan_with(CommunicationTree(rid("act"), "Activation"), ROOT, *PEOPLE)))

    assert only_table(made).caption == "Activation"


def test_an_empty_tree_is_not_presented():
    assert trees(scribe(plan_with(TREE))) == ()


def test_nodes_belong_to_their_own_tree_and_a_caller_elsewhere_does_not_count():
    other = CommunicationTree(rid("staff"), "Staff")
    stray = TreeNode(rid("c"), rid("staff"), rid("a"), NodeTarget.GROUP, name="Everybody")

    made = trees(scribe(plan_with(TREE, other, ROOT, stray, *PEOPLE)))

    assert [rows(table) for table in tables(made)] == [
        [("Incident lead", "starts the tree", "", "", "")],
        [("Everybody", "starts the tree", GAP, GAP, GAP)],
    ]


def test_a_circle_of_callers_is_drawn_all_the_same():
    one = TreeNode(rid("a"), rid("act"), rid("b"), NodeTarget.GROUP, name="One")
    two = TreeNode(rid("b"), rid("act"), rid("a"), NodeTarget.GROUP, name="Two")

    assert set(drawn(trees(scribe(plan_with(TREE, one, two))))) == {"One", "Two"}


def test_a_role_nobody_holds_is_drawn_without_a_name():
    assert drawn(trees(scribe(plan_with(TREE, ROOT, role("lead", "Incident lead"))))) == [
        "Incident lead"
    ]
