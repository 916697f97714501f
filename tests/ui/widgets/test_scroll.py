"""Pages that scroll, in windows wider than what stands on them can be read across."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.scroll import CARDS_WIDEST_PX, ScrollBody


@pytest.fixture
def shown(qtbot, host):
    def show(width, way=Qt.LayoutDirection.LeftToRight):
        host.setLayoutDirection(way)
        page = ScrollBody(host, "page")
        page.keep_to_cards()
        card = QWidget(page.body)
        page.content.addWidget(card)
        host.resize(width, 600)
        page.resize(width, 600)
        with qtbot.waitExposed(host):
            host.show()
        return page, card

    return show


def left(page, card):
    return card.mapTo(page, card.rect().topLeft()).x()


def test_cards_fill_a_window_in_which_they_can_be_read(shown):
    assert shown(1216)[1].width() == 1216 - 2 * 32


@pytest.mark.parametrize(
    ("way", "start"),
    [(Qt.LayoutDirection.LeftToRight, 32), (Qt.LayoutDirection.RightToLeft, 3568 - 1600)],
)
def test_beyond_that_they_stay_where_reading_begins(shown, way, start):
    page, card = shown(3600, way)

    assert (card.width(), left(page, card)) == (CARDS_WIDEST_PX, start)
