"""Where an undone step is looked at."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.plan.changes import apply, put, remove
from app.domain.plan.governance import Comment
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.domain.plan.sections import Answer
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode
from app.services.editing import Change
from tests.ui.fakes import person, small_plan
from ui.models.targets import Place
from ui.models.undo_places import home_of, place_of_change, shows

PLAN = small_plan(person("ada", "Ada Byron"))
ADA = PLAN.people[RecordId("ada")]
PLAYBOOK = Playbook(RecordId("phishing"), "Phishing")
STEP = PlaybookStep(RecordId("s1"), RecordId("phishing"), next(iter(Phase)), "Reset")
TREE = CommunicationTree(RecordId("t1"), "First hour")
TOP = TreeNode(RecordId("n1"), RecordId("t1"), None, NodeTarget.GROUP, name="Lead")
BELOW = replace(TOP, id=RecordId("n2"), parent=RecordId("n1"), name="Deputy")


def place(*changes, area="overview", plan=PLAN):
    return place_of_change(Change(changes, "Edit", ""), apply(plan, changes), area)


def test_a_person_is_seen_on_the_page_of_people():
    assert place(put(PLAN, replace(ADA, name="Ada King"))) == Place(
        Kind.PERSON, ADA.id, area="people"
    )


@pytest.mark.parametrize("area", ["sections", "people"])
def test_a_page_that_shows_the_kind_is_not_left(area):
    assert place(put(PLAN, replace(ADA, name="Ada King")), area=area).area == area


def test_what_the_present_page_shows_comes_before_the_rest():
    role = next(iter(PLAN.roles.values()))
    edited = (put(PLAN, replace(role, name="Lead")), put(PLAN, PLAYBOOK))

    assert place(*edited, area="people").record == role.id
    assert place(*edited, area="playbooks").record == PLAYBOOK.id


def test_what_came_is_looked_at_before_what_was_edited_and_that_before_what_went():
    role = next(iter(PLAN.roles.values()))
    changes = (remove(PLAN, Kind.PERSON, ADA.id), put(PLAN, replace(role, name="Lead")))

    assert place(*changes).record == role.id
    assert place(*changes, put(PLAN, person("bob", "Bob"))).record == "bob"


def test_a_step_that_went_leads_to_its_playbook():
    plan = apply(PLAN, (put(PLAN, PLAYBOOK), put(PLAN, STEP)))

    found = place(remove(plan, Kind.STEP, STEP.id), plan=plan)

    assert found == Place(Kind.PLAYBOOK, PLAYBOOK.id, area="playbooks")


def test_a_call_that_went_leads_to_its_caller_or_else_its_tree():
    plan = apply(PLAN, (put(PLAN, TREE), put(PLAN, TOP), put(PLAN, BELOW)))

    assert place(remove(plan, Kind.TREE_NODE, BELOW.id), plan=plan).record == TOP.id
    both = (remove(plan, Kind.TREE_NODE, BELOW.id), remove(plan, Kind.TREE_NODE, TOP.id))
    assert place(*both, plan=plan) == Place(Kind.TREE, TREE.id, area="trees")


def test_a_comment_and_its_answer_lead_to_what_they_are_about():
    first = comment("c1", "people/ada")
    plan = apply(PLAN, (put(PLAN, first),))

    assert place(put(PLAN, first)).record == "ada"
    found = place(put(plan, comment("c2", "comments/c1")), plan=plan)
    assert found == Place(Kind.PERSON, ADA.id, area="people")


def test_a_comment_about_itself_leads_somewhere_all_the_same():
    assert place(put(PLAN, comment("c1", "comments/c1"))).kind is Kind.COMMENT


def test_comments_that_answer_each_other_lead_somewhere_too():
    plan = apply(PLAN, (put(PLAN, comment("c1", "comments/c2")),))
    plan = apply(plan, (put(plan, comment("c2", "comments/c1")),))

    assert place(remove(plan, Kind.COMMENT, RecordId("c1")), plan=plan).kind is Kind.COMMENT
    assert place(put(plan, comment("c1", "comments/c2")), plan=plan).kind is Kind.COMMENT


def test_a_comment_about_nothing_leads_somewhere_too():
    assert place(put(PLAN, comment("c1", "nonsense"))).record == "c1"


def test_an_answer_is_shown_at_its_question_where_one_works():
    answer = Answer(RecordId("purpose.goal"), RecordId("purpose"), "To be ready")
    changed = put(PLAN, answer)

    assert place(changed) == Place(Kind.ANSWER, answer.id, str(answer.id), "sections")
    assert place(changed, area="interview").area == "interview"


def test_nothing_changed_leads_nowhere():
    assert place() is None


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_a_page_that_shows_it(kind):
    from ui.models.areas import AREAS

    assert home_of(kind) in AREAS
    assert shows(home_of(kind), kind)


def comment(key, about):
    return Comment(
        RecordId(key), about, "Mary Major", "Why?", datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    )
