from hypothesis import given
from hypothesis import strategies as st

from app.domain.judgement.linkage import Linkage, names_in
from app.domain.plan.changes import apply, put, remove
from app.domain.plan.classification import SampleIncident, cell_id
from app.domain.plan.obligations import Obligation
from app.domain.plan.plan import Kind, kind_of
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.domain.plan.roles import Raci, RaciActivity, RaciAssignment
from app.domain.plan.trees import NodeTarget, TreeNode
from tests.builders import QUICK, person, plan_with, rid, role
from tests.unit.domain.judgement.subjects import RECORDS, text

STEP = PlaybookStep(rid("s-1"), rid("ransom"), Phase.CLOSE, "Close it.", rid("lead"))
NODE = TreeNode(rid("n-1"), rid("t"), rid("n-0"), NodeTarget.ROLE, "lead")
LEAD = role("lead", holder=rid("ada"), deputies=(rid("bob"), rid("ada")))
PLAN = plan_with(LEAD, STEP, NODE, Playbook(rid("ransom"), "Ransomware"), person("ada"))


def named(record):
    return set(names_in(record, kind_of(record)))


def test_a_record_names_others_in_fields_lists_calls_and_text():
    raci = RaciActivity(rid("row"), "Declare", (RaciAssignment(rid("lead"), Raci.INFORMED),))

    assert named(STEP) == {(Kind.PLAYBOOK, "ransom"), (Kind.ROLE, "lead")}
    assert named(LEAD) == {(Kind.PERSON, "ada"), (Kind.PERSON, "bob")}
    assert named(raci) == {(Kind.ROLE, "lead")}
    assert named(NODE) == {(Kind.TREE, "t"), (Kind.TREE_NODE, "n-0"), (Kind.ROLE, "lead")}
    assert named(text("scope", "[Ada](person:ada) and [](party:bsi), {{why}}")) == {
        (Kind.PERSON, "ada"),
        (Kind.PARTY, "bsi"),
    }


def test_a_call_of_a_group_names_nobody():
    assert named(TreeNode(rid("n"), rid("t"), None, NodeTarget.GROUP, "lead")) == {(Kind.TREE, "t")}


def test_a_sample_incident_names_the_cell_it_lands_on():
    sample = SampleIncident(rid("flood"), "A flood", rid("high"), rid("now"), rid("sev-1"))

    assert (Kind.CELL, cell_id("high", "now")) in named(sample)


def test_namers_are_known_whether_or_not_the_record_is_there():
    linkage = Linkage(PLAN)

    assert set(linkage.namers(Kind.ROLE, rid("lead"), Kind.STEP)) == {"s-1"}
    assert set(linkage.namers(Kind.PERSON, rid("bob"), Kind.ROLE)) == {"lead"}
    assert linkage.namers(Kind.ROLE, rid("lead"), Kind.SEVERITY) == ()
    assert linkage.namers(Kind.ROLE, rid("nobody"), Kind.STEP) == ()


def test_namers_are_reached_through_the_kinds_allowed():
    linkage = Linkage(PLAN)
    ada = [(Kind.PERSON, rid("ada"))]

    assert linkage.reaching(ada, Kind.ROLE, frozenset()) == {(Kind.ROLE, "lead")}
    assert linkage.reaching(ada, Kind.STEP, frozenset()) == set()
    assert linkage.reaching(ada, Kind.STEP, frozenset({Kind.ROLE})) == {(Kind.STEP, "s-1")}


def test_a_record_named_by_two_kinds_keeps_the_one_that_stays():
    linkage = Linkage(PLAN)
    linkage.update((remove(PLAN, Kind.STEP, STEP.id),))

    assert linkage.namers(Kind.ROLE, rid("lead"), Kind.STEP) == ()
    assert linkage.namers(Kind.ROLE, rid("lead"), Kind.TREE_NODE) == ("n-1",)


def test_a_circle_of_names_ends():
    nodes = [
        TreeNode(rid("a"), rid("t"), rid("b"), NodeTarget.GROUP),
        TreeNode(rid("b"), rid("t"), rid("a"), NodeTarget.GROUP),
    ]
    start = [(Kind.TREE_NODE, rid("a"))]

    reached = Linkage(plan_with(*nodes)).reaching(
        start, Kind.TREE_NODE, frozenset({Kind.TREE_NODE})
    )

    assert reached == {(Kind.TREE_NODE, "a"), (Kind.TREE_NODE, "b")}


def test_a_duty_is_found_by_the_word_that_one_of_its_names_begins_with():
    duty = Obligation(rid("gdpr"), "EU GDPR breach", "The authority", regime="gdpr-33")
    nameless = Obligation(rid("odd"), "§§")
    linkage = Linkage(plan_with(duty, nameless))

    for word in ("EU", "GDPR", "The", "gdpr"):
        assert linkage.duties_named([word]) == {"gdpr", "odd"}
    assert linkage.duties_named(["breach", "authority", "33"]) == {"odd"}


def test_a_duty_is_found_by_its_present_names_only():
    plan = plan_with(Obligation(rid("a"), "Old"))
    linkage = Linkage(plan)
    renamed = put(plan, Obligation(rid("a"), "New"))
    linkage.update((renamed,))
    assert (linkage.duties_named(["Old"]), linkage.duties_named(["New"])) == (set(), {"a"})

    linkage.update((remove(apply(plan, (renamed,)), Kind.OBLIGATION, rid("a")),))
    assert linkage.duties_named(["New"]) == set()


@QUICK
@given(st.lists(st.tuples(RECORDS, st.booleans()), max_size=12))
def test_after_any_edits_the_linkage_is_that_of_the_plan(edits):
    plan, linkage = PLAN, Linkage(PLAN)
    for record, goes in edits:
        kind = kind_of(record)
        there = record.id in plan.table(kind)
        change = remove(plan, kind, record.id) if goes and there else put(plan, record)
        linkage.update((change,))
        plan = apply(plan, (change,))

    fresh = Linkage(plan)
    names = {name for kind, record in plan.records() for name in names_in(record, kind)}
    for target, key in names | {(Kind.ROLE, rid("lead")), (Kind.PERSON, rid("ada"))}:
        for kind in Kind:
            assert set(linkage.namers(target, key, kind)) == set(fresh.namers(target, key, kind))
