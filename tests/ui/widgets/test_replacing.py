from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.replacing import replaced


def test_what_is_filled_takes_the_place_of_the_old_at_once(qtbot: QtBot) -> None:
    page, column, old = _page(qtbot)

    with replaced(old, column) as made:
        _fill(made)

    assert column.indexOf(made) == 1
    assert column.indexOf(old) == -1
    assert not old.isVisible()
    assert [label.isVisible() for label in made.findChildren(QLabel)] == [True] * 20
    assert page.rect().contains(made.geometry())


def test_what_is_not_seen_yet_is_shown_with_all_around_it(qtbot: QtBot) -> None:
    page, column, old = _page(qtbot, seen=False)

    with replaced(old, column) as made:
        _fill(made)
    hidden = not made.isVisible()
    page.show()

    assert hidden
    assert made.isVisible()
    assert not old.isVisible()


def _page(qtbot: QtBot, *, seen: bool = True) -> tuple[QWidget, QVBoxLayout, QWidget]:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    old = QWidget(page)
    for part in (QLabel("before", page), old, QLabel("behind", page)):
        column.addWidget(part)
    page.resize(300, 900)
    page.setVisible(seen)
    return page, column, old


def _fill(made: QWidget) -> None:
    rows = QVBoxLayout(made)
    for at in range(20):
        rows.addWidget(QLabel(f"Row {at}", made))
