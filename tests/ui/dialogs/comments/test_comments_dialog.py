"""Talking about a record, with keys and buttons as a person does."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.domain.plan.changes import apply, put
from app.domain.plan.governance import Comment
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from tests.ui.fakes import MemoryStore, open_plan, person, small_plan
from ui.bridge.session import PlanBridge
from ui.dialogs.comments import dialog as module
from ui.dialogs.comments.dialog import Asked, CommentsDialog

ADA = (Kind.PERSON, RecordId("ada"))
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def said(monkeypatch):
    """What screen readers were told."""
    texts = []
    monkeypatch.setattr(module, "announce", lambda _, text: texts.append(text))
    return texts


@pytest.fixture
def talk(host, desk, bridge):
    """The comments on Ada, of which there are none yet."""
    return opened(host, desk, bridge, Asked(ADA))


def opened(host, desk, bridge, asked=None):
    made = CommentsDialog(bridge, desk, host, asked)
    made.show()
    return made


def say(qtbot, dialog, text, do="new", author="Mary Major"):
    dialog.box.by.setEditText(author)
    dialog.box.text.setFocus()
    qtbot.keyClicks(dialog.box.text, text)
    qtbot.mouseClick(dialog.box.buttons[do], Qt.MouseButton.LeftButton)


def test_a_comment_names_its_author_and_its_time_and_its_record(qtbot, talk, bridge, said):
    say(qtbot, talk, "Still on leave?")

    [comment] = bridge.plan.comments.values()
    assert (comment.about, comment.author, comment.text) == (
        "people/ada",
        "Mary Major",
        "Still on leave?",
    )
    assert comment.at == NOW
    assert talk.box.talk.toPlainText() == "Mary Major, 23 Nov 2026 09:00 UTC\nStill on leave?"
    assert talk.box.text.toPlainText() == ""
    assert said == ["Comment. 1 conversation"]


def test_an_answer_joins_and_each_is_one_step_to_undo(qtbot, talk, bridge):
    say(qtbot, talk, "Still on leave?")
    say(qtbot, talk, "Back on Monday", "answer", "Bob")

    assert talk.conversation.answers[0].text == "Back on Monday"
    bridge.undo()
    assert [one.text for one in bridge.plan.comments.values()] == ["Still on leave?"]


def test_resolving_takes_the_conversation_out_and_undo_brings_it_back(qtbot, talk, bridge):
    say(qtbot, talk, "Still on leave?")
    say(qtbot, talk, "Back on Monday", "answer", "Bob")
    qtbot.mouseClick(talk.box.buttons["resolve"], Qt.MouseButton.LeftButton)

    assert not bridge.plan.comments
    assert talk.conversation is None
    assert not talk.box.buttons["answer"].isEnabled()
    bridge.undo()
    assert len(bridge.plan.comments) == 2


@pytest.mark.parametrize(
    ("author", "text", "field"), [("", "Why?", "author"), ("Mary Major", "  ", "text")]
)
def test_who_says_nothing_or_nobody_is_asked_for_it(qtbot, talk, bridge, author, text, field):
    say(qtbot, talk, text, author=author)

    assert not bridge.plan.comments
    box = talk.box.says if field == "text" else talk.box.author
    assert box.findChildren(QLabel)[-1].isVisible()
    assert box.entry.hasFocus()


def test_the_last_words_can_be_put_otherwise_by_who_said_them_alone(qtbot, talk, bridge):
    say(qtbot, talk, "Still on leaf?")
    qtbot.mouseClick(talk.box.buttons["reword"], Qt.MouseButton.LeftButton)
    assert talk.box.text.toPlainText() == "Still on leaf?"

    talk.box.by.setEditText("Bob")
    qtbot.mouseClick(talk.box.buttons["reword"], Qt.MouseButton.LeftButton)
    [kept] = bridge.plan.comments.values()
    assert kept.text == "Still on leaf?"

    talk.box.text.clear()
    say(qtbot, talk, "Still on leave?", "reword")
    [now] = bridge.plan.comments.values()
    assert now == replace(kept, text="Still on leave?")


def test_people_of_the_plan_are_offered_as_authors(talk):
    assert "Ada Byron" in [talk.box.by.itemText(at) for at in range(talk.box.by.count())]


@pytest.fixture
def crowd(host, desk, bridge):
    """All comments of a plan with three conversations."""
    about = {"c1": "people/ada", "c2": "sections/purpose", "c3": "people/gone"}
    for at, (key, on) in enumerate(about.items()):
        text = f"Remark {key} <b>bold</b>"
        comment = Comment(RecordId(key), on, "Bob", text, NOW + timedelta(minutes=at))
        bridge.apply((put(bridge.plan, comment),), "Say")
    return opened(host, desk, bridge)


def test_all_comments_stand_with_what_they_are_about_and_lead_there(qtbot, crowd):
    rows = [row.data(Qt.ItemDataRole.AccessibleTextRole) for row in indexes(crowd)]

    assert rows[1] == "Remark c2 <b>bold</b>, Purpose \u00b7 Bob, 23 Nov 2026 09:01 UTC"
    assert "No longer in the plan" in rows[0]
    assert not crowd.box.buttons["show"].isEnabled(), "there is nothing to go to"
    crowd.list.setCurrentIndex(indexes(crowd)[2])
    with qtbot.waitSignal(crowd.navigate) as went:
        qtbot.mouseClick(crowd.box.buttons["show"], Qt.MouseButton.LeftButton)
    assert went.args == ["record:people:ada"]
    assert not crowd.isVisible()


@pytest.mark.parametrize(
    ("wanted", "left"), [("ada BYRON", 1), ("bob remark", 3), ("c2", 1), ("nobody", 0)]
)
def test_the_filter_looks_at_words_people_and_records(qtbot, crowd, wanted, left):
    qtbot.keyClicks(crowd.filter, wanted)

    assert len(indexes(crowd)) == left
    assert crowd.count.text() == (f"{left} conversations" if left != 1 else "1 conversation")


def test_one_comment_can_be_gone_to_at_once(host, desk, crowd, bridge):
    dialog = opened(host, desk, bridge, Asked(comment=RecordId("c2")))

    assert dialog.conversation.first.id == "c2"


def test_comments_on_one_record_widen_to_the_whole_plan(qtbot, host, desk, crowd, bridge):
    dialog = opened(host, desk, bridge, Asked(ADA))
    assert [one.data() for one in indexes(dialog)] == ["Remark c1 <b>bold</b>"]

    qtbot.mouseClick(dialog.everything, Qt.MouseButton.LeftButton)

    assert len(indexes(dialog)) == 3
    assert dialog.conversation.first.id == "c1", "what was chosen stays chosen"
    assert dialog.box.about.text() == "Ada Byron (person)"


def test_a_plan_that_is_only_read_shows_what_was_said(qtbot, host, desk):
    plan = small_plan(person("ada", "Ada Byron"))
    comment = Comment(RecordId("c1"), "people/ada", "Bob", "Why?", NOW)
    store = MemoryStore(apply(plan, (put(plan, comment),)), read_only=True)
    dialog = opened(host, desk, PlanBridge(open_plan(store), host), Asked(ADA))

    assert "Why?" in dialog.box.talk.toPlainText()
    assert dialog.box.says.isHidden()
    assert {name for name, made in dialog.box.buttons.items() if made.isVisible()} == {"show"}


def test_it_says_that_comments_are_not_printed(talk):
    assert any("never printed" in one.text() for one in talk.findChildren(QLabel))


def indexes(dialog):
    model = dialog.list.model()
    return [model.index(row, 0) for row in range(model.rowCount())]
