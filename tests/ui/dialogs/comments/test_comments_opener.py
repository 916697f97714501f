"""The button beside a record's name that counts what was said about it."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from app.domain.plan.kinds import Kind
from app.services.commenting.edits import Remark, answered, commented, resolved
from ui.dialogs.comments.opener import CommentsOpener

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def about(bridge):
    kind = Kind.SECTION
    return kind, next(iter(bridge.plan.sections))


def say(bridge, about, text="Why?"):
    kind, key = about
    changes = commented(bridge.plan, kind, key, Remark("Mary Major", text, NOW))
    bridge.apply(changes, "Comment", "elsewhere")
    return bridge.plan.comments[changes[0].id]


def test_it_counts_answers_too_and_follows_undo_and_resolving(bridge, host, about):
    opener = CommentsOpener(bridge, "opener", host)
    opener.show_about(about)
    title = bridge.plan.sections[about[1]].title
    first = say(bridge, about)
    bridge.apply(answered(bridge.plan, first, Remark("Jo", "So.", NOW)), "Answer", "elsewhere")
    assert opener.button.accessibleName() == f"2 comments on {title}"

    bridge.undo()
    assert opener.button.accessibleName() == f"1 comment on {title}"

    bridge.apply(resolved(bridge.plan, first), "Resolve", "elsewhere")
    assert opener.button.accessibleName() == f"Comment on {title}"
    assert opener.button.text() == ""


def test_it_leads_to_the_comments_on_what_it_is_about_now(qtbot, bridge, host, about):
    opener = CommentsOpener(bridge, "opener", host)
    assert opener.button.isHidden()
    opener.show_about(about)
    host.show()

    with qtbot.waitSignal(opener.wanted) as wanted:
        qtbot.mouseClick(opener.button, Qt.MouseButton.LeftButton)

    assert wanted.args == [f"comments:section:{about[1]}"]
    opener.show_about(None)
    assert opener.button.isHidden()


def test_where_only_what_was_said_counts_it_is_hidden_until_then(bridge, host, about):
    opener = CommentsOpener(bridge, "opener", host, once_said=True)
    opener.show_about(about)
    assert opener.button.isHidden()

    say(bridge, about)

    assert not opener.button.isHidden()
