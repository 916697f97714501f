"""The Plan sections page, used as a person does."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTabWidget,
    QToolButton,
    QWidget,
)

from app.domain.interview.questions import AnswerKind
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.domain.plan.sections import SectionState
from ui.bridge.session import PlanBridge
from ui.pages.sections.page import SectionsPage
from ui.widgets.prose.editor import ProseEdit

REPORTING = "detection_reporting"


@pytest.fixture
def plan(host, shop, sample_file, tmp_path):
    """A copy of the sample plan."""
    opened = shop.open(Path(shutil.copy(sample_file, tmp_path / "sample.irplan")))
    bridge = PlanBridge(opened, host)
    yield bridge
    bridge.let_go()


@pytest.fixture
def page(qtbot, host, plan):
    made = SectionsPage(plan, host)
    host.resize(1216, 840)
    made.resize(1216, 840)
    with qtbot.waitExposed(host):
        host.show()
    made.show_section(REPORTING)
    return made


def find(page, kind, name):
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def click(page, name, kind=QPushButton):
    QTest.mouseClick(find(page, kind, name), Qt.MouseButton.LeftButton)


def text(page, name):
    return find(page, QLabel, name).text()


def section(plan, key=REPORTING):
    return plan.plan.sections[RecordId(key)]


def type_into(page, name, typed):
    field = find(page, QLineEdit, name)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, typed)
    return field


def test_typing_an_answer_changes_the_plan_and_the_text(page, plan):
    editor = find(page, ProseEdit, "section_text")
    before = editor.grab().toImage()

    type_into(page, "reporting.channel", "the hotline")

    assert plan.plan.answers[RecordId("reporting.channel")].value == "the hotline"
    assert editor.grab().toImage() != before


def test_typing_one_answer_is_one_step_back(page, plan):
    before = plan.plan.answers[RecordId("reporting.channel")].value
    field = type_into(page, "reporting.channel", "the hotline")

    plan.undo()

    assert plan.plan.answers[RecordId("reporting.channel")].value == before
    assert field.text() == before


def test_a_span_of_time_that_is_none_stays_in_its_field_and_is_not_applied(page, plan):
    name = duration_question(page)
    before = plan.plan.answers.get(RecordId(name))

    field = type_into(page, name, "soon")

    assert field.text() == "soon"
    assert plan.plan.answers.get(RecordId(name)) == before
    assert find(page, QLabel, f"error_{name}").isVisible()
    assert field.property("invalid") == "true"


def test_a_span_of_time_is_kept_as_typed_while_one_types(page, plan):
    name = duration_question(page)

    field = type_into(page, name, "2 h")

    assert plan.plan.answers[RecordId(name)].value == Duration(2, TimeUnit.HOURS)
    assert field.text() == "2 h"
    assert not find(page, QLabel, f"error_{name}").isVisible()


def test_a_conditional_question_comes_and_goes_without_taking_the_focus(page, plan):
    page.show_section("notification")
    field = type_into(page, "notification.client_within", "12 hours")
    asked = find(page, QWidget, "question_notification.client_detail_within")
    shown = asked.isVisible()

    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)

    assert shown
    assert not asked.isVisible()
    assert page.window().focusWidget() is field


def test_yes_and_no_are_kept_and_taken_back(page, plan):
    question = next(
        item
        for item in plan.template.questions.values()
        if item.kind is AnswerKind.YES_NO and item.when is None and "profile." not in item.id
    )
    page.show_section(question.section)

    find(page, QRadioButton, f"{question.id}=2").setChecked(True)
    said_no = plan.plan.answers[question.id].value
    find(page, QRadioButton, f"{question.id}=0").setChecked(True)

    assert said_no is False
    assert question.id not in plan.plan.answers


def test_a_choice_is_stored_as_its_value_and_shown_as_its_label(page, plan):
    question = next(
        item
        for item in plan.template.questions.values()
        if item.kind is AnswerKind.CHOICE and item.when is None and "profile." not in item.id
    )
    page.show_section(question.section)
    box = find(page, QComboBox, str(question.id))

    box.setCurrentIndex(1)
    box.activated.emit(1)

    assert plan.plan.answers[question.id].value == question.options[0].value
    assert box.currentText() == question.options[0].label


def test_a_list_is_one_item_on_each_line(page, plan):
    question = next(
        item
        for item in plan.template.questions.values()
        if item.kind is AnswerKind.LIST and item.when is None and "profile." not in item.id
    )
    page.show_section(question.section)
    field = find(page, QPlainTextEdit, str(question.id))

    field.selectAll()
    QTest.keyClicks(field, "one")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, " two ")

    assert plan.plan.answers[question.id].value == ("one", "two")


def test_writing_changes_the_section_and_is_one_step_back(page, plan):
    editor = find(page, ProseEdit, "section_text")
    before = section(plan).prose

    QTest.keyClicks(editor, "New start. ")
    written = section(plan).prose
    plan.undo()

    assert written.startswith("New start. ")
    assert section(plan).prose == editor.source == before


def test_an_undo_shows_the_section_it_changed(page, plan):
    QTest.keyClicks(find(page, ProseEdit, "section_text"), "x")
    page.show_section("purpose")

    plan.undo()

    assert text(page, "section_title") == section(plan).title


def test_the_outline_is_narrowed_down_by_words(page):
    outline = find(page, QListView, "section_list")
    everything = outline.model().rowCount()

    QTest.keyClicks(find(page, QLineEdit, "section_filter"), "evidence")

    shown = [outline.model().index(row, 0).data() for row in range(outline.model().rowCount())]
    assert everything == 48
    assert any("vidence" in one for one in shown)
    assert len(shown) < 6


def test_a_section_is_chosen_in_the_outline_with_the_arrow_keys(page, plan):
    outline = find(page, QListView, "section_list")
    outline.setFocus()

    QTest.keyClick(outline, Qt.Key.Key_Down)

    assert text(page, "section_title") == section(plan, "triage_assessment").title


def test_next_and_back_walk_through_the_plan(page, plan):
    click(page, "section_next")
    after = text(page, "section_title")
    click(page, "section_back")

    assert after == section(plan, "triage_assessment").title
    assert text(page, "section_title") == section(plan).title


def test_a_section_is_marked_reviewed_and_back(page, plan):
    click(page, "section_review")
    reviewed = section(plan).state, text(page, "section_state")
    click(page, "section_review")

    assert reviewed == (SectionState.REVIEWED, "Reviewed")
    assert section(plan).state is SectionState.DRAFT


def test_a_section_is_exempted_with_a_reason_and_applies_again(page, plan):
    click(page, "section_exempt")
    click(page, "exempt_confirm")
    without_reason = section(plan).not_applicable
    type_into(page, "exempt_reason", "We do not.")
    click(page, "exempt_confirm")
    reason, text_shown = section(plan).not_applicable, find(page, ProseEdit, "section_text")
    hidden = not text_shown.isVisible()
    click(page, "exempt_undo")

    assert without_reason == ""
    assert reason == "We do not."
    assert hidden
    assert section(plan).not_applicable == ""
    assert text_shown.isVisible()


def test_the_owner_is_kept(page, plan):
    type_into(page, "section_owner", "Head of IT")

    assert section(plan).owner == "Head of IT"


def test_the_panel_follows_the_plan(page, plan):
    tabs = find(page, QTabWidget, "side_tabs")
    type_into(page, "reporting.channel", " ")
    tabs.setCurrentIndex(2)

    assert tabs.tabText(2) != "Findings"
    jump = find(page, QPushButton, "finding_0")
    QTest.mouseClick(jump, Qt.MouseButton.LeftButton)
    assert page.window().focusWidget() is not None


def test_a_narrow_page_folds_the_panel_and_shows_it_in_place_of_the_outline(page):
    side, outline = find(page, QWidget, "side_panel"), find(page, QWidget, "section_outline")

    page.resize(960, 620)
    folded = side.isVisible(), outline.isVisible()
    click(page, "side_toggle", QToolButton)

    assert folded == (False, True)
    assert (side.isVisible(), outline.isVisible()) == (True, False)


@pytest.mark.parametrize("width", [960, 1216])
def test_nothing_is_wider_than_the_page(qtbot, page, plan, width):
    page.resize(width, 620)
    scroll = find(page, QWidget, "section_scroll")
    qtbot.waitUntil(lambda: scroll.viewport().width() > 560)

    for key in plan.plan.sections:
        page.show_section(key)
        assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width(), key


def test_reveal_puts_the_cursor_into_the_question(page, plan):
    page.show_section("purpose")

    page.reveal(Kind.SECTION, RecordId(REPORTING), "reporting.channel")

    assert text(page, "section_title") == section(plan).title
    assert page.window().focusWidget().objectName() == "reporting.channel"


def test_reveal_of_a_record_shows_the_section_it_is_printed_with(page, plan):
    person = next(iter(plan.plan.people))

    page.reveal(Kind.PERSON, person)

    assert text(page, "section_title") == section(plan, "contacts").title
    assert (
        text(page, "records_count") == f"{len(plan.plan.people) + len(plan.plan.parties)} records"
    )


def test_every_section_shows_with_names_for_all_it_asks(page, plan):
    for key in plan.plan.sections:
        page.show_section(key)
        nameless = [
            field.objectName()
            for kind in (QLineEdit, QPlainTextEdit, QComboBox, QPushButton, QToolButton)
            for field in page.findChildren(kind)
            if field.isVisible()
            and not field.accessibleName()
            and field.objectName()
            and not field.objectName().startswith("qt_")
        ]
        assert nameless == [], key


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_the_menu_offers_to_exempt_the_section(page):
    click(page, "section_menu", QToolButton)

    menu = find(page, QMenu, "section_actions")
    assert [action.text() for action in menu.actions()] == [
        "Mark section reviewed",
        "Not applicable\u2026",
    ]


def duration_question(page):
    return next(
        str(item.id)
        for item in page.bridge.template.by_key[REPORTING].questions
        if item.kind is AnswerKind.DURATION and item.when is None
    )
