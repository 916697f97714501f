from app.domain.plan.changes import RecordChange
from app.domain.plan.classification import ImpactLevel, MatrixCell
from app.domain.plan.plan import Kind, kind_of
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode
from app.services.answering.bundles import bundled
from app.services.answering.consequences import Consequence
from tests.builders import rid, role


def added(record, *, edited=False):
    change = RecordChange(kind_of(record), record.id, None, record, None, None)
    return Consequence(change, edited)


def removed(record, *, edited=False):
    return Consequence(RecordChange(kind_of(record), record.id, record, None, 0, None), edited)


BOOK = Playbook(rid("fire"), "Fire")
STEP = PlaybookStep(rid("fire.call"), rid("fire"), Phase.CONTAIN, "Call")
TREE = CommunicationTree(rid("t"), "Tree")
NODE = TreeNode(rid("n"), rid("t"), None, NodeTarget.ROLE, "lead")
IMPACT = ImpactLevel(rid("high"), "High", 1)
CELL = MatrixCell(rid("high.now"), rid("high"), rid("now"), rid("s1"))


def test_what_hangs_on_one_record_is_one_bundle_in_the_order_met():
    items = [added(role("lead")), added(BOOK), added(NODE), added(STEP), added(TREE)]

    bundles = bundled(items)

    assert [(bundle.kind, bundle.id, len(bundle.items)) for bundle in bundles] == [
        (Kind.ROLE, "lead", 1),
        (Kind.PLAYBOOK, "fire", 2),
        (Kind.TREE, "t", 2),
    ]


def test_the_matrix_is_one_bundle():
    (bundle,) = bundled([removed(IMPACT), added(CELL)])

    assert (bundle.kind, bundle.id) == (Kind.CELL, "")


def test_a_bundle_is_edited_when_any_part_is():
    (quiet,) = bundled([removed(BOOK), removed(STEP)])
    (edited,) = bundled([removed(BOOK), removed(STEP, edited=True)])

    assert (quiet.edited, edited.edited) == (False, True)
