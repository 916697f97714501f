"""What stands below a question while it is open: a proposal, and who finds the answer out."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from app.domain.interview.drafting import AnswerSheet, Unknown
from app.domain.plan.governance import ActionState
from app.domain.plan.ids import RecordId
from ui.bridge.session import PlanBridge
from ui.dialogs.unknown import UnknownDialog
from ui.pages.sections.page import SectionsPage

TRIAGE = "triage_assessment"
CRITERIA = "triage.criteria"
WITHIN = "triage.within"
ASKED = RecordId(f"find-out.{WITHIN}")
SHEET = AnswerSheet(
    {"profile.legal_name": "Ravensworth", "profile.sector": "health"},
    unknown={WITHIN: Unknown("Ada Byron", date(2026, 12, 18))},
)


@pytest.fixture
def plan(host, shop, tmp_path):
    made = PlanBridge(shop.create(tmp_path / "plan.irplan", "combined", SHEET), host)
    yield made
    made.let_go()


@pytest.fixture
def page(qtbot, host, plan):
    return shown(qtbot, host, plan)


def shown(qtbot, host, plan):
    made = SectionsPage(plan, host)
    host.resize(1216, 840)
    made.resize(1216, 840)
    with qtbot.waitExposed(host):
        host.show()
    made.show_section(TRIAGE)
    return made


def find(page, kind, name):
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def click(page, name):
    QTest.mouseClick(find(page, QPushButton, name), Qt.MouseButton.LeftButton)


def line(page, name):
    """The words shown for a row; None while it is hidden."""
    found = find(page, QLabel, name)
    return found.text() if found.isVisible() else None


def answer(plan, name):
    found = plan.plan.answers.get(RecordId(name))
    return None if found is None else found.value


def give(page, owner, due=""):
    dialog = page.window().findChild(UnknownDialog)
    find(dialog, QComboBox, "statement_owner").setEditText(owner)
    find(dialog, QLineEdit, "statement_due").setText(due)
    click(dialog, "statement_keep")


def test_a_proposal_is_shown_in_words_and_is_no_answer(page, plan):
    proposed = plan.template.proposed(CRITERIA, {"profile.sector": "health"})

    assert line(page, f"proposal_{CRITERIA}") == f"Proposed: {'; '.join(proposed)}"
    assert find(page, QPlainTextEdit, CRITERIA).toPlainText() == ""
    assert answer(plan, CRITERIA) is None
    assert line(page, f"proposal_{WITHIN}") is None


def test_screen_readers_hear_that_it_is_a_proposal(page):
    heard = find(page, QLabel, f"proposal_{CRITERIA}").accessibleName()

    assert heard.startswith("A proposal, not an answer: ")
    assert heard in find(page, QPlainTextEdit, CRITERIA).accessibleDescription()


def test_use_answers_with_the_proposal_in_a_step_of_its_own(page, plan):
    proposed = plan.template.proposed(CRITERIA, {"profile.sector": "health"})

    click(page, f"use_{CRITERIA}")

    field = find(page, QPlainTextEdit, CRITERIA)
    assert answer(plan, CRITERIA) == proposed
    assert field.toPlainText() == "\n".join(proposed)
    assert field.hasFocus()
    assert line(page, f"proposal_{CRITERIA}") is None
    QTest.keyClicks(field, "x")
    plan.undo()
    assert answer(plan, CRITERIA) == proposed
    plan.undo()
    assert answer(plan, CRITERIA) is None
    assert line(page, f"proposal_{CRITERIA}") is not None


def test_choices_are_proposed_by_their_labels(page, plan):
    page.show_section("playbook_index" if "playbook_index" in plan.plan.sections else "playbooks")
    found = [item.text() for item in page.findChildren(QLabel, "proposal_playbooks.adopt")]

    question = plan.template.questions["playbooks.adopt"]
    labels = {item.value: item.label for item in question.options}
    proposed = plan.template.proposed("playbooks.adopt", {"profile.sector": "health"})
    assert found == [f"Proposed: {'; '.join(labels[value] for value in proposed)}"]


def test_who_finds_out_is_shown_until_it_is_answered(page, plan):
    assert line(page, f"finder_{WITHIN}") == "Ada Byron finds out until 18 December 2026"

    field = find(page, QLineEdit, WITHIN)
    field.setFocus()
    QTest.keyClicks(field, "4 hours")

    assert plan.plan.actions[ASKED].state is ActionState.DONE
    assert line(page, f"finder_{WITHIN}") is None
    plan.undo()
    assert answer(plan, WITHIN) is None
    assert plan.plan.actions[ASKED].state is ActionState.OPEN
    assert line(page, f"finder_{WITHIN}") == "Ada Byron finds out until 18 December 2026"


def test_an_answer_taken_back_leaves_the_action_open_again(page, plan):
    field = find(page, QLineEdit, WITHIN)
    field.setFocus()
    QTest.keyClicks(field, "4 hours")
    plan.end_merge()

    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)

    assert plan.plan.actions[ASKED].state is ActionState.OPEN


def test_a_question_nobody_can_answer_becomes_an_action(page, plan):
    key = RecordId(f"find-out.{CRITERIA}")
    click(page, f"unknown_{CRITERIA}")

    give(page, "the landlord")

    action = plan.plan.actions[key]
    assert (action.owner, action.due, action.about) == ("the landlord", None, f"sections/{TRIAGE}")
    assert line(page, f"finder_{CRITERIA}") == "the landlord finds out"
    plan.undo()
    assert key not in plan.plan.actions
    assert line(page, f"finder_{CRITERIA}") is None
    assert find(page, QPushButton, f"unknown_{CRITERIA}").isVisible()


def test_somebody_else_can_take_over(page, plan):
    click(page, f"unknown_{WITHIN}")

    give(page, "Jonas Weber", "2026-12-01")

    assert plan.plan.actions[ASKED].owner == "Jonas Weber"
    assert line(page, f"finder_{WITHIN}") == "Jonas Weber finds out until 1 December 2026"


def test_the_people_of_the_plan_can_be_chosen(page, plan):
    click(page, f"unknown_{CRITERIA}")
    dialog = page.window().findChild(UnknownDialog)
    owner = find(dialog, QComboBox, "statement_owner")

    assert [owner.itemText(at) for at in range(owner.count())] == [
        person.name for person in plan.plan.people.values()
    ]


def test_buttons_say_which_question_they_are_for(page, plan):
    text = plan.template.questions[CRITERIA].text

    for name in (f"use_{CRITERIA}", f"unknown_{CRITERIA}"):
        assert text in find(page, QPushButton, name).accessibleName()


def test_the_way_to_name_somebody_stands_where_the_question_begins(page):
    asking = find(page, QPushButton, "unknown_triage.analysis_place")
    question = find(page, QWidget, "question_triage.analysis_place")

    assert asking.mapTo(question, asking.rect().topLeft()).x() < 10


def test_an_answered_question_has_nothing_below_it(page, plan):
    page.show_section("scope")

    assert page.findChild(QPushButton, "unknown_profile.sector") is None


def test_in_a_plan_that_is_only_read_nothing_can_be_pressed(qtbot, host, shop, tmp_path):
    shop.create(tmp_path / "plan.irplan", "combined", SHEET).close()
    plan = PlanBridge(shop.open(tmp_path / "plan.irplan", read_only=True), host)
    try:
        page = shown(qtbot, host, plan)

        assert line(page, f"finder_{WITHIN}") is not None
        for name in (f"use_{CRITERIA}", f"unknown_{CRITERIA}", f"unknown_{WITHIN}"):
            assert not find(page, QPushButton, name).isVisible()
    finally:
        plan.let_go()
