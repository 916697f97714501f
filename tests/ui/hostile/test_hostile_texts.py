"""A plan whose every text is hostile, shown by every page of the window."""

from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from itertools import cycle

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QTabWidget, QWidget

from app.domain.plan.changes import put
from app.domain.plan.codec import field_specs
from app.domain.plan.plan import Kind
from ui.models.areas import AREAS

MARKUP = "<img src=x onerror=alert(1)><b>bold</b> R&D &amp; &File"
TEXTS = (
    MARKUP,
    "=cmd()|calc",
    "a\u202egpj.exe z\u200bero",
    "W" * 600,
    "\U0001f468\u200d\U0001f469 \u65e5\u672c\u8a9e {{variable}} {0} %1",
    "line one\nline two",
    f"\u05e2\u05d1\u05e8\u05d9\u05ea {MARKUP}",
)
LEFT = frozenset({Kind.PROFILE, Kind.SECTION, Kind.ANSWER, Kind.ACT, Kind.ATTESTATION})
KEYS = frozenset({"id", "target_id", "question", "language", "country", "time_zone"})
WIDTH, HEIGHT = 1024, 680


@pytest.fixture
def spoilt(qtbot, window, desk):
    """The window with a plan all texts of whose records are hostile."""
    desk.open_sample()
    texts, plan = cycle(TEXTS), desk.bridge.plan
    records = [one for kind in Kind if kind not in LEFT for one in plan.table(kind).values()]
    desk.bridge.apply(tuple(put(plan, hostile(one, texts)) for one in records), MARKUP)
    window.resize(WIDTH, HEIGHT)
    return window


def test_no_page_takes_what_people_wrote_for_markup_or_grows_by_it(qtbot, spoilt):
    seen, wrong = set(), []
    for area in AREAS:
        spoilt.navigate(area)
        for page in turned(spoilt):
            qtbot.wait(1)
            seen.add(area)
            wrong += [f"{area} {page}: {what}" for what in faults(spoilt)]

    assert seen == set(AREAS)
    assert not wrong
    assert (spoilt.width(), spoilt.height()) == (WIDTH, HEIGHT)


def hostile(record, texts: Iterator[str]):
    """`record` with every text of it replaced, those of its parts included."""
    said: dict[str, object] = {}
    for spec in field_specs(type(record)):
        value = getattr(record, spec.name)
        if spec.name in KEYS:
            continue
        if spec.type is str:
            said[spec.name] = next(texts)
        elif isinstance(value, tuple) and value and is_dataclass(value[0]):
            said[spec.name] = tuple(hostile(one, texts) for one in value)
    return replace(record, **said)


def turned(window: QWidget) -> Iterator[int]:
    """Turn to every tab there is on the page shown, or to none once."""
    tabs = [found for found in window.findChildren(QTabWidget) if found.isVisible()]
    yield -1
    for shown in tabs[:1]:
        for at in range(shown.count()):
            shown.setCurrentIndex(at)
            yield at


def faults(window: QWidget) -> Iterator[str]:
    for widget in window.findChildren(QWidget):
        if rendered(widget.toolTip()):
            yield f"tooltip of {widget.objectName()}: {widget.toolTip()[:40]}"
        if isinstance(widget, QLabel):
            rich = widget.textFormat() is not Qt.TextFormat.PlainText
            if rich and rendered(widget.text()):
                yield f"label {widget.objectName()}: {widget.text()[:40]}"
        if isinstance(widget, QAbstractButton) and "R&D" in widget.text():
            yield f"mnemonic of {widget.objectName()}: {widget.text()[:40]}"
        if (
            isinstance(widget, QAbstractItemView)
            and widget.isVisible()
            and widget.model() is not None
        ):
            model = widget.model()
            tips = (model.data(at, Qt.ItemDataRole.ToolTipRole) for at in cells(model))
            yield from (f"{type(model).__name__}: {tip[:40]}" for tip in tips if rendered(tip))


def rendered(text: object) -> bool:
    """Whether Qt would make an image or bold letters of what is in `text`."""
    return isinstance(text, str) and "<img" in text and Qt.mightBeRichText(text)


def cells(model: QAbstractItemModel) -> Iterator[QModelIndex]:
    """The cells of the first rows, and of the first rows under them."""
    for parent in (QModelIndex(), *(model.index(row, 0) for row in range(model.rowCount())[:5])):
        for row in range(model.rowCount(parent))[:10]:
            first = model.index(row, 0, parent)
            yield first
            for column in range(1, 10):
                beside = first.siblingAtColumn(column)
                if beside.isValid():
                    yield beside
