"""Every page in windows from the least to 4K and at every scale: nothing cut, covered or endless.

One window takes all sizes, as it does on a desk; a scale is chosen as in the settings.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollBar, QWidget

from app.services.library import Library
from tests.ui.baselines.measuring import clipped, outside, overlapping
from tests.ui.baselines.opened import opened, rescale
from tests.ui.baselines.settling import settle
from tests.ui.baselines.walking import walk
from ui.bridge.theme import tokens
from ui.main_window import LEAST_HEIGHT, LEAST_WIDTH, MainWindow
from ui.widgets.labels import MEASURE_PX
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

LEAST, USUAL = (LEAST_WIDTH, LEAST_HEIGHT), (1440, 900)
WIDE, LARGE, LARGEST = (1920, 1080), (2560, 1440), (3840, 2160)
SIZES = (
    (100, LARGEST),
    (100, LARGE),
    (100, WIDE),
    (90, LEAST),
    (125, LEAST),
    (150, USUAL),
)
"""Scale and size; the least size at the largest scale, both ways round, is looked at elsewhere."""
LONGEST = 1.5
"""How many measures long a line of words may be; it is then the only one."""


@pytest.fixture(scope="module")
def window(
    qapp: QApplication,
    sample_file: Path,
    shelf: Library,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[MainWindow]:
    with opened(tmp_path_factory.mktemp("sizes"), sample_file, shelf, WIDE, 100) as made:
        yield made


@pytest.fixture
def sized(window: MainWindow, request: pytest.FixtureRequest) -> MainWindow:
    scale, size = request.param
    if tokens().scale != scale:
        rescale(window, scale)
    window.resize(*size)
    settle(window)
    return window


@pytest.mark.parametrize("sized", SIZES, indirect=True, ids=str)
def test_no_page_cuts_covers_or_stretches_words(sized: MainWindow):
    size = sized.size()
    found = {}
    for name, page in walk(sized):
        troubles = [*clipped(page), *outside(page), *overlapping(page), *sideways(page)]
        troubles += endless(page)
        if troubles:
            found[name] = troubles
        assert sized.size() == size, name

    assert found == {}


def sideways(page: QWidget) -> list[str]:
    """Pages that would have to be moved sideways to be read."""
    bars = ((body, body.horizontalScrollBar()) for body in page.findChildren(ScrollBody))
    return [f"{body.objectName()} goes on sideways" for body, bar in bars if _leads_on(body, bar)]


def endless(page: QWidget) -> list[str]:
    """Words in lines longer than eyes can follow."""
    most = LONGEST * px(MEASURE_PX)
    shown = (said for said in page.findChildren(QLabel) if said.wordWrap() and said.isVisible())
    return [f"{said.text()!r} is too long a line" for said in shown if _longest(said) > most]


def _leads_on(body: ScrollBody, bar: QScrollBar) -> bool:
    return body.isVisible() and bar.maximum() > 0


def _longest(said: QLabel) -> int:
    """How far across its words reach, headings aside."""
    if said.property("role") in ("h1", "h2", "figure"):
        return 0
    room = said.contentsRect().width()
    if said.textFormat() is Qt.TextFormat.RichText:
        return room
    words = QRect(0, 0, room, 1_000_000)
    return (
        said.fontMetrics().boundingRect(words, int(Qt.TextFlag.TextWordWrap), said.text()).width()
    )
