"""A note that goes away by itself."""

from PySide6.QtGui import QAccessible

from ui.widgets.passing_note import PassingNote


def test_it_says_the_whole_text_to_screen_readers_and_shortens_what_is_seen(qtbot, host):
    host.resize(500, 300)
    host.show()
    note = PassingNote(host)
    told = "Undone: " + "a very long label " * 40

    note.say(told)

    assert note.isVisible()
    assert note.text == told
    assert QAccessible.queryAccessibleInterface(note).text(QAccessible.Text.Name) == told
    assert note.geometry().right() <= host.width()
    assert note.x() >= 0


def test_it_goes_away_and_stays_in_the_middle(qtbot, host, monkeypatch):
    monkeypatch.setattr("ui.widgets.passing_note.SHOWN_MS", 60)
    host.resize(500, 300)
    host.show()
    note = PassingNote(host)
    note.say("Undone: Name")
    host.resize(800, 400)

    assert abs(note.geometry().center().x() - 400) <= 1
    assert note.geometry().bottom() < 400
    qtbot.waitUntil(lambda: not note.isVisible())


def test_it_never_takes_the_focus(qtbot, host):
    host.show()
    note = PassingNote(host)
    note.say("<b>Undone</b>")

    assert not note.hasFocus()
    assert note.text == "<b>Undone</b>"
