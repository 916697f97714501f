"""Injects of an exercise and tables of a form, edited row by row."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton

from app.domain.plan.changes import put
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.domain.plan.programme import Exercise, Inject
from tests.ui.fakes import MemoryStore, open_plan
from ui.bridge.session import PlanBridge
from ui.dialogs.record import RecordEditor

NIGHT = RecordId("night")
OPENING = Inject("An alert", Duration(0, TimeUnit.MINUTES), "Recorded")


@pytest.fixture
def plan(host, sample_plan):
    bridge = PlanBridge(open_plan(MemoryStore(sample_plan)), host)
    exercise = Exercise(NIGHT, "Night", scenario="It is night.", injects=(OPENING,))
    bridge.apply((put(bridge.plan, exercise),), "Add Night")
    yield bridge
    bridge.let_go()


@pytest.fixture
def editor(qtbot, host, plan):
    host.resize(1024, 680)
    with qtbot.waitExposed(host):
        host.show()
    return RecordEditor(plan, host)


def find(editor, kind, name):
    found = editor.dialog.findChild(kind, name)
    assert found is not None, name
    return found


def test_an_inject_is_added_with_its_time(editor, plan):
    editor.edit(Kind.EXERCISE, NIGHT)

    find(editor, QPushButton, "record_injects_add").click()
    QTest.keyClicks(find(editor, QLineEdit, "record_injects_1_0"), "A note")
    QTest.keyClicks(find(editor, QLineEdit, "record_injects_1_1"), "20 minutes")
    find(editor, QPushButton, "record_ok").click()

    added = Inject("A note", Duration(20, TimeUnit.MINUTES))
    assert plan.plan.exercises[NIGHT].injects == (OPENING, added)


def test_an_exercise_with_injects_is_kept_as_it_is(editor, plan):
    before = plan.plan
    editor.edit(Kind.EXERCISE, NIGHT)

    find(editor, QPushButton, "record_ok").click()

    assert plan.plan == before


def test_the_heads_of_a_table_of_a_form_are_lines(editor, plan):
    form = plan.plan.forms[RecordId("incident-log")]
    row = next(at for at, blank in enumerate(form.blanks) if blank.columns)
    editor.edit(Kind.FORM, form.id)

    heads = find(editor, QPlainTextEdit, f"record_blanks_{row}_3")
    assert heads.toPlainText().splitlines() == list(form.blanks[row].columns)
    heads.setPlainText("Time\nFact")
    find(editor, QPushButton, "record_ok").click()

    assert plan.plan.forms[form.id].blanks[row].columns == ("Time", "Fact")
