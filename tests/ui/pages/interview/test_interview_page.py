"""The guided start, driven as a person does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from app.domain.interview.drafting import AnswerSheet
from app.domain.interview.questions import AnswerKind
from app.domain.judgement.context import all_answers
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.services.interviewing.topics import TopicState
from app.services.interviewing.walk import RESULT
from tests.ui.pages.interview.conftest import BEGUN
from tests.ui.pages.interview.driving import (
    ALT,
    CTRL,
    focused,
    focused_question,
    give,
    page_of,
    press,
    rows,
    tab_until,
)
from ui.pages.interview import InterviewPage
from ui.pages.overview.interview_card import InterviewCard

STATED = {
    AnswerKind.TEXT: "Ab",
    AnswerKind.LONG_TEXT: "Ab",
    AnswerKind.LIST: ("Ab", "Cd"),
    AnswerKind.YES_NO: True,
    AnswerKind.NUMBER: 12,
    AnswerKind.DURATION: Duration(4, TimeUnit.HOURS),
}


def stated(question):
    """A short answer to any question."""
    if question.kind is AnswerKind.CHOICE:
        return question.options[-1].value
    if question.kind is AnswerKind.CHOICES:
        return tuple(option.value for option in question.options[:2])
    return STATED[question.kind]


def answer(page, name, value):
    question = page.bridge.template.questions[name]
    page._edits.answer(question, value)


def text(page, name):
    found = page.findChild(QLabel, name)
    assert found is not None, name
    return found.text()


def test_a_whole_interview_by_keyboard_gives_the_plan_of_a_file_with_the_same_answers(
    qtbot, page, begun, shop, tmp_path
):
    asked = page.bridge.template.questions
    known = all_answers(begun.bridge.plan).items()
    given = {name: value for name, value in known if name in asked and asked[name].topic}
    while page.course.here != RESULT:
        here, name = page.course.here, focused_question()
        if name not in given:
            given[name] = stated(asked[name])
            give(given[name])
        waiting = [each for each in rows(page) if each not in given]
        if waiting:
            tab_until(lambda wanted=waiting[0]: focused_question() == wanted)
        else:
            press(Qt.Key.Key_Return, CTRL)
        assert page.course.here != here or waiting
    page.course.look_at_pending()
    assert page.course.bundles
    tab_until(page.result.do.hasFocus)
    press(Qt.Key.Key_Space)

    said = all_answers(begun.bridge.plan)
    assert {name: said[name] for name in given} == given
    assert len(given) >= 25
    assert page.course.bundles == ()
    other = shop.create(tmp_path / "filed.irplan", "small", AnswerSheet(given))
    findings = sorted((item.key, item.weight.value) for item in other.judgement.findings())
    other.close()
    assert findings
    shown = begun.bridge.judgement.findings()
    assert sorted((item.key, item.weight.value) for item in shown) == findings
    assert other.plan.playbooks.keys() == begun.bridge.plan.playbooks.keys()


def test_it_begins_at_the_first_question_nobody_has_answered(page):
    assert page.course.here == "organisation"
    assert focused_question() == "profile.sector"
    assert text(page.asking, "topic_title") == "Your organisation"
    assert text(page.asking, "topic_state") == "Begun \u00b7 1 of 2 answered"


def test_every_question_says_why_it_is_asked_and_gives_its_example(page):
    question = page.bridge.template.questions["profile.sector"]
    told = rows(page)["profile.sector"].findChild(QWidget, "why_profile.sector")
    said = [item.accessibleName() or item.text() for item in told.findChildren(QLabel)]

    assert said == ["Why we ask", question.why, "For example", question.example]


def test_a_question_that_an_answer_calls_for_comes_at_once_and_the_keyboard_stays(page):
    page.course.go_to("people")
    before = list(rows(page))
    page.course.go_to("organisation")
    answer(page, "profile.sector", "health")
    page.course.go_to("people")
    assert "health.safety_role" in rows(page)
    page.asking.take_focus("comms.spokesperson")

    answer(page, "profile.sector", "other")

    assert list(rows(page)) == before
    assert focused_question() == "comms.spokesperson"


def test_a_question_below_the_one_being_answered_appears_while_one_types(page):
    page.course.go_to("suppliers")
    page.asking.take_focus("profile.insurer")
    assert "notification.insurer_channel" not in rows(page)

    give("Ab")

    assert "notification.insurer_channel" in rows(page)
    assert focused_question() == "profile.insurer"


def test_enter_goes_from_question_to_question_and_then_to_the_next_topic(page):
    page.course.go_to("existing_practice")
    page.course.go_to("people")
    names = list(rows(page))
    page.asking.take_focus(names[0])
    for name in names[1:]:
        press(Qt.Key.Key_Return)
        assert focused_question() == name
    press(Qt.Key.Key_Return)

    assert page.course.here == "services_data"
    assert focused_question() == next(iter(rows(page)))


def test_alt_and_arrows_go_back_and_forth(page):
    press(Qt.Key.Key_Right, ALT)
    assert page.course.here == "people"
    press(Qt.Key.Key_Left, ALT)
    assert page.course.here == "organisation"
    press(Qt.Key.Key_Left, ALT)
    assert page.course.here == "organisation"


def test_the_list_of_topics_says_how_far_each_is_and_leads_there(page):
    said = [
        page.topics.list.item(at).data(Qt.ItemDataRole.AccessibleTextRole)
        for at in range(page.topics.list.count())
    ]
    assert said[0] == "Your organisation, Begun \u00b7 1 of 2 answered"
    assert said[1].startswith("People and responsibility, Not yet \u00b7 ")
    assert said[-1].startswith("What your answers produce, ")
    page.topics.list.setFocus()

    press(Qt.Key.Key_Down)

    assert page.course.here == "people"
    assert page.topics.list.hasFocus()


def test_the_next_topic_is_named_where_there_is_room_and_always_read_out(qtbot, page):
    assert page.footer.next.text().strip() == "Next: People and responsibility"

    page.resize(700, 840)

    qtbot.waitUntil(lambda: page.footer.next.text().strip() == "Next")
    assert page.footer.next.accessibleName() == "Next: People and responsibility"


def test_what_waits_is_told_beside_the_questions_and_agreed_to_at_the_end(qtbot, page):
    answer(page, "playbooks.adopt", ("ransomware",))
    page.course.look_at_pending()
    beside = page.preview.findChild(QPushButton, "preview_waiting")
    qtbot.waitUntil(beside.isVisible)

    beside.click()

    assert page.course.here == RESULT
    assert page.result.box.isVisible()
    page.result.do.click()
    assert RecordId("ransomware") in page.bridge.plan.playbooks
    assert not page.result.box.isVisible()
    assert not page.result.do.isVisible()


def test_hostile_words_stay_words(page):
    page.course.go_to("existing_practice")
    answer(page, "reporting.channel", "<script>x</script> {{cards}} \u202eevil & co")
    page.course.look_at_words()

    told = " ".join(label.accessibleName() for label in page.preview.findChildren(QLabel))
    assert "<script>x</script> {{cards}}" in told


def test_a_skipped_topic_says_so_and_is_left(page):
    page.footer.skip.click()

    assert page.course.here == "people"
    assert page.course.progress[0].state is TopicState.SKIPPED
    assert text(page, "interview_count").endswith("1 skipped")


def test_answering_takes_a_skipped_topic_up_again(page):
    page.footer.skip.click()
    page.footer.skip.click()

    answer(page, "comms.spokesperson", "Ab")

    states = [item.state for item in page.course.progress[:2]]
    assert states == [TopicState.SKIPPED, TopicState.BEGUN]


def test_one_goes_on_where_one_was(qtbot, host, page, begun):
    page.footer.skip.click()
    page.footer.next.click()
    undo = begun.bridge.undo_label

    again = page_of(qtbot, host, begun)

    assert again.course.here == "services_data"
    assert again.course.progress[0].state is TopicState.SKIPPED
    assert undo == begun.bridge.undo_label == ""


def test_an_offer_is_no_answer_until_it_is_used(page):
    answer(page, "profile.sector", "health")
    page.course.go_to("services_data")
    row = rows(page)["playbooks.adopt"]
    assert text(row, "proposal_playbooks.adopt").startswith("Proposed: ")
    assert RecordId("playbooks.adopt") not in page.bridge.plan.answers

    row.findChild(QPushButton, "use_playbooks.adopt").click()

    assert page.bridge.plan.answers[RecordId("playbooks.adopt")].value
    assert page.bridge.undo_label == page.bridge.template.questions["playbooks.adopt"].text


def test_what_nobody_knows_becomes_an_action_and_settles_the_question(page):
    from ui.dialogs.unknown import UnknownDialog

    page.course.go_to("people")
    rows(page)["comms.spokesperson"].findChild(QPushButton, "unknown_comms.spokesperson").click()
    dialog = page.window().findChild(UnknownDialog)
    dialog.findChild(QComboBox, "statement_owner").setEditText("Ada Byron")
    dialog.findChild(QPushButton, "statement_keep").click()

    assert "find-out.comms.spokesperson" in page.bridge.plan.actions
    assert "1 to find out" in text(page.asking, "topic_state")
    assert text(page.asking, "finder_comms.spokesperson") == "Ada Byron finds out"


def test_undo_shows_the_question_whose_answer_comes_back(page):
    page.course.go_to("people")
    page.asking.take_focus("comms.spokesperson")
    give("Ab")
    page.course.go_to("suppliers")

    page.bridge.undo()

    assert page.course.here == "people"
    assert focused_question() == "comms.spokesperson"
    assert focused().text() == ""


def test_typing_in_one_field_is_one_step(page):
    page.course.go_to("people")
    page.asking.take_focus("comms.spokesperson")
    give("Somebody")
    assert page.bridge.undo_label == page.bridge.template.questions["comms.spokesperson"].text

    page.bridge.undo()

    assert page.bridge.undo_label == ""


def test_a_place_that_names_a_question_is_shown(page):
    page.reveal(Kind.ANSWER, RecordId("profile.insurer"), "profile.insurer")
    assert (page.course.here, focused_question()) == ("suppliers", "profile.insurer")

    page.reveal(Kind.ANSWER, RecordId("gone"), "gone")
    assert page.course.here == "suppliers"


def test_the_last_stop_leads_to_open_questions_and_to_the_plan(qtbot, page):
    page.course.go_to(RESULT)
    jump = page.result.findChild(QPushButton, "open_policy.accountable")
    jump.click()
    assert (page.course.here, focused_question()) == ("people", "policy.accountable")

    page.course.go_to(RESULT)
    with qtbot.waitSignal(page.navigate) as asked:
        page.footer.next.click()
    assert asked.args == ["sections"]


def test_findings_of_the_draft_are_counted_and_lead_to_their_places(qtbot, page):
    page.course.go_to(RESULT)
    findings = page.bridge.judgement.findings()
    shown = page.result.findChild(QPushButton, "interview_findings")
    assert str(len(findings)) in shown.text()

    with qtbot.waitSignal(page.navigate) as asked:
        page.result.findChild(QPushButton, f"finding_{findings[0].key}").click()
    assert asked.args == [f"finding:{findings[0].key}"]


def test_a_plan_that_is_only_read_can_be_looked_through(qtbot, host, desk, shop, tmp_path):
    path = tmp_path / "read.irplan"
    shop.create(path, "small", BEGUN).close()
    assert desk.open(path, read_only=True)

    page = page_of(qtbot, host, desk)

    assert not page.footer.skip.isVisible()
    page.course.go_to("people")
    page.asking.take_focus("comms.spokesperson")
    QTest.keyClicks(focused(), "Ab")
    assert page.findChild(QLineEdit, "comms.spokesperson").text() == ""
    page.footer.next.click()
    assert page.course.here == "services_data"
    assert shop.interviews.load(desk.bridge.plan.id).left_at == ""


def test_a_page_nobody_sees_waits(page, host):
    host.hide()
    title = text(page.asking, "topic_state")

    answer(page, "profile.sector", "health")

    assert page.findChild(QComboBox, "profile.sector").currentData() is None
    assert text(page.asking, "topic_state") == title
    host.show()
    assert page.findChild(QComboBox, "profile.sector").currentData() == "health"
    assert text(page.asking, "topic_state") == "Done \u00b7 2 of 2 answered"


@pytest.mark.parametrize("width", [900, 1216])
def test_a_narrow_page_shows_topics_or_preview_and_cuts_nothing(qtbot, host, begun, width):
    page = page_of(qtbot, host, begun, width)
    wide = width > 1060
    assert (page.topics.isVisible(), page.preview.isVisible()) == (True, wide)

    page.footer.panel.click()

    assert page.preview.isVisible() is not wide
    assert page.topics.isVisible() is wide
    body, seen = page.asking.body, page.asking.viewport()
    qtbot.waitUntil(lambda: body.minimumSizeHint().width() <= seen.width())


def test_everything_one_can_use_has_a_name(page):
    for stop in [item.topic.id for item in page.course.progress] + [RESULT]:
        page.course.go_to(stop)
        for widget in page.findChildren(QWidget):
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if takes and widget.isVisible() and widget.focusProxy() is None:
                named = widget.accessibleName() or getattr(widget, "text", str)()
                assert named, (stop, widget, widget.objectName())


def test_a_new_plan_begins_with_its_questions_and_overview_leads_back(
    qtbot, window, desk, tmp_path
):
    window.doors.new_plan()
    dialog = window.doors.dialog("new")
    dialog.findChild(QLineEdit, "legal_name").setText("Ravensworth Mutual")
    dialog.findChild(QLineEdit, "plan_path").setText(str(tmp_path / "new"))
    dialog.findChild(QPushButton, "create_button").click()

    page = window.findChild(InterviewPage)
    assert page.isVisible()
    assert page.course.here == "organisation"
    qtbot.waitUntil(lambda: focused_question() == "profile.short_name")

    page.footer.skip.click()
    window.navigate("overview")
    card = window.findChild(InterviewCard)
    assert card.isVisible()
    assert text(card, "interview_card_count").startswith(
        "0 of 8 topics done, 1 skipped. Next: Peop"
    )
    again = card.findChild(QPushButton, "interview_continue")
    assert again.text() == "Continue where you left off"
    again.click()
    assert page.isVisible()
    assert page.course.here == "people"


def test_overview_leaves_a_plan_made_of_a_file_alone(window, desk, sample_file, tmp_path):
    copy = tmp_path / "sample.irplan"
    copy.write_bytes(sample_file.read_bytes())

    assert desk.open(copy)

    assert not window.findChild(InterviewCard).isVisible()
