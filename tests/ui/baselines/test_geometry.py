"""Every area of the window: named, and with room for its words at the least size, either way round.

One window is walked through once for all areas, since opening a plan takes longer than looking.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.services.library import Library
from tests.ui.baselines.measuring import clipped, outside, overlapping
from tests.ui.baselines.opened import opened
from tests.ui.baselines.settling import settle
from tests.ui.baselines.walking import walk
from ui.main_window import LEAST_HEIGHT, LEAST_WIDTH, MainWindow
from ui.models.areas import AREAS, nav_areas
from ui.pages.page import Page
from ui.widgets.icons import icon

LARGEST = 150


@pytest.fixture(scope="module")
def sample_window(
    qapp: QApplication,
    sample_file: Path,
    shelf: Library,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[MainWindow]:
    """The sample's plan in the smallest window, at the largest scale."""
    home, least = tmp_path_factory.mktemp("geometry"), (LEAST_WIDTH, LEAST_HEIGHT)
    with opened(home, sample_file, shelf, least, LARGEST) as window:
        yield window


@pytest.fixture
def directed(qapp: QApplication, sample_window: MainWindow, request: pytest.FixtureRequest):
    qapp.setLayoutDirection(request.param)
    settle(sample_window)
    return sample_window


@pytest.mark.parametrize("directed", list(Qt.LayoutDirection)[:2], indirect=True)
def test_no_page_cuts_or_covers_words_at_the_largest_scale(directed: MainWindow):
    found = {}
    for name, page in walk(directed):
        troubles = [*clipped(page), *outside(page), *overlapping(page)]
        if troubles:
            found[name] = troubles
        assert (directed.width(), directed.height()) == (LEAST_WIDTH, LEAST_HEIGHT), name

    assert found == {}


@pytest.mark.parametrize("directed", list(Qt.LayoutDirection)[:2], indirect=True)
def test_the_navigation_stands_where_reading_begins(directed: MainWindow):
    frame = directed._frame
    mirrored = QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft

    assert (_left(frame.nav, directed) > _left(frame.stack, directed)) is mirrored


@pytest.mark.parametrize("item", nav_areas(), ids=AREAS)
def test_an_area_is_named_and_drawn(qapp: QApplication, item):
    assert item.text.strip()
    assert not icon(item.picture).pixmap(16, 16).isNull()


def test_every_page_has_a_title_an_icon_and_panes_with_names(sample_window: MainWindow):
    icons = {item.key: item.picture for item in nav_areas()}
    for name, page in walk(sample_window):
        assert page.title.strip(), name
        assert page.icon == icons[name.partition("-")[0]], name
        assert sample_window._frame.top_bar.title.text().replace("&&", "&"), name
        assert page.panes(), name
        assert [pane for pane in page.panes() if not _belongs(pane, page)] == [], name


def _belongs(pane: QWidget, page: Page) -> bool:
    return pane is page or page.isAncestorOf(pane)


def _left(widget: QWidget, window: QWidget) -> int:
    return widget.mapTo(window, widget.rect().topLeft()).x()
