"""The sections of the sample plan, what stands beside them, and the records they show."""

from collections.abc import Iterator

from PySide6.QtWidgets import QDialog, QPushButton, QToolButton, QWidget

from app.domain.plan.plan import Kind
from tests.ui.screenshots.waiting import settle
from ui.main_window import MainWindow
from ui.pages.coverage import CoveragePage
from ui.pages.sections.records_card import RecordsCard
from ui.pages.sections.side.panel import SidePanel


def coverage(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    window.navigate("requirement:nist-csf-2-0/RS.MA-01")
    settle()
    yield "coverage", window
    page = window.findChild(CoveragePage)
    assert page is not None
    for name in ("requirement_attest", "requirement_link", "requirement_exclude", "framework_add"):
        asking = page.findChild(QPushButton, name)
        assert asking is not None
        asking.click()
        settle()
        (shown,) = [found for found in page.findChildren(QDialog) if found.isVisible()]
        yield f"dialog-{name}", shown
        shown.reject()
        settle()


def sections(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    for key in ("detection_reporting", "roles"):
        window.navigate(f"section:{key}")
        settle()
        yield f"section-{key}", window


def beside(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The requirements and the findings at the side of a section."""
    window.navigate("section:roles")
    panel, toggle = window.findChild(SidePanel), window.findChild(QToolButton, "side_toggle")
    assert panel is not None
    assert toggle is not None
    folded = not panel.isVisible()
    if folded:
        toggle.click()
    for at, name in ((1, "requirements"), (2, "findings")):
        panel.tabs.setCurrentIndex(at)
        settle()
        yield f"section-{name}", window
    panel.tabs.setCurrentIndex(0)
    if folded:
        toggle.click()


def records(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    window.navigate("section:contacts")
    card = window.findChild(RecordsCard)
    assert card is not None
    assert window.desk.bridge is not None
    card.editor.edit(Kind.PERSON, next(iter(window.desk.bridge.plan.people)))
    yield from record_dialog(card, "person")
    card.editor.matrix()
    yield from record_dialog(card, "matrix")
    for kind in (Kind.CELL, Kind.TREE_NODE):
        window.navigate(f"record:{kind.value}:{next(iter(window.desk.bridge.plan.table(kind)))}")
        settle()
        yield f"records-{kind.value}", window


def record_dialog(card: RecordsCard, name: str) -> Iterator[tuple[str, QWidget]]:
    settle()
    shown = card.editor.dialog
    assert shown is not None
    yield f"dialog-{name}", shown
    shown.reject()
    settle()
