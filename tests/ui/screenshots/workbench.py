"""The parts of the sample plan that are edited as what they are."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.plan.plan import Kind
from tests.ui.screenshots.waiting import settle, wait_until
from ui.dialogs.importing import ImportDialog
from ui.dialogs.verification import VerificationDialog
from ui.main_window import MainWindow
from ui.pages.classification import ClassificationPage
from ui.pages.classification.switch_dialog import SwitchDialog
from ui.pages.playbooks import PlaybooksPage
from ui.pages.programme import ProgrammePage
from ui.pages.trees import TreesPage

CONTACTS = """\
Full name;Job title;Department;Mobile;Office;E-mail;Time zone;Private number
Anna Keller;Chief information security officer;Security;;020 7946 0321;;Europe/London;
Owen Pryce;Network engineer;IT;+44 7400 123456;020 7946 0958;owen.pryce@northwind.example;;yes
Mina Sato;Counsel;Legal;1234;;mina.sato@northwind;Asia/Tokio;
=HYPERLINK("x");;;;;;;
Owen Pryce;Network engineer;IT;;;owen.pryce@northwind.example;;
;Receptionist;;;020 7946 0958;;;
Li Wei \u202egpj.exe;Analyst;IT;+44 7400 123457;;li.wei@northwind.example;;+44 7400 765432
"""
"""People as a spreadsheet of another program may hold them."""


def people(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    bridge = window.desk.bridge
    assert bridge is not None
    for kind in (Kind.RACI, Kind.ROLE, Kind.PARTY, Kind.PERSON):
        window.navigate(f"record:{kind.value}:{next(iter(bridge.plan.table(kind)))}")
        settle()
        yield f"people-{kind.value}", window
    asking = window.findChild(QPushButton, "people_round")
    assert asking is not None
    asking.click()
    shown = window.findChild(VerificationDialog)
    assert shown is not None
    shown.begin()
    settle()
    yield "dialog-verification", shown
    shown.reject()
    settle()


def importing(window: MainWindow, home: Path) -> Iterator[tuple[str, QWidget]]:
    """A file of people with most of what can be wrong with one; nothing is imported."""
    file = home / "contacts.csv"
    file.write_text(CONTACTS, "utf-8")
    window.navigate("people")
    window.doors.import_people(file)
    shown = window.doors.dialog("import")
    assert isinstance(shown, ImportDialog)
    asking = shown.findChild(QPushButton, "import_next")
    assert asking is not None
    for name in ("dialog-import-columns", "dialog-import"):
        wait_until(lambda: not shown.busy)
        settle(200)
        yield name, shown
        asking.click() if name == "dialog-import-columns" else shown.reject()
    settle()


def programme(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Two of the tables, and a day that is not understood."""
    window.navigate("programme")
    page = window.findChild(ProgrammePage)
    assert page is not None
    for kind in (Kind.METRIC, Kind.EXERCISE):
        page.go(kind)
        settle()
        yield f"programme-{kind.value}", window
    grid = page.go(Kind.ROADMAP)
    grid.view.setFocus()
    grid.choose(grid.model.keys[0], "by")
    grid.view.edit_current()
    settle()
    editor = grid.view.cells.editor
    entry = None if editor is None else editor.focusProxy()
    assert entry is not None
    QTest.keyClicks(entry, "next spring")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    settle()
    yield "programme-edit", window
    QTest.keyClick(entry, Qt.Key.Key_Escape)


def classification(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The page with a cell out of order and its test that fails, then the change of scheme."""
    window.navigate("classification")
    page = window.findChild(ClassificationPage)
    assert page is not None
    assert window.desk.bridge is not None
    settle(400)  # the lower half is made once the upper one has been seen
    page.matrix.table.setCurrentIndex(page.matrix.table.matrix.index(1, 2))
    page.matrix.table.set_level(4)
    settle(200)
    yield "classification", window
    page.reveal(Kind.SAMPLE, next(iter(window.desk.bridge.plan.samples)))
    settle()
    yield "classification-tests", window
    window.desk.bridge.undo()
    asking = page.findChild(QPushButton, "use_another_scheme")
    assert asking is not None
    asking.click()
    shown = page.findChild(SwitchDialog)
    assert shown is not None
    settle()
    yield "dialog-scheme", shown
    shown.reject()
    settle()


def trees(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """One call chosen, in every view of its tree."""
    window.navigate("trees")
    page = window.findChild(TreesPage)
    assert page is not None
    call = page.bridge.plan.tree_nodes.all()[2]
    page.reveal(Kind.TREE_NODE, call.id)
    for at, name in enumerate(("canvas", "outline", "reachability")):
        page.tabs.setCurrentIndex(at)
        settle(100)
        yield f"trees-{name}", window
    page.tabs.setCurrentIndex(0)


def playbooks(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The steps, the flow and the facts of one, then the library."""
    window.navigate("record:steps:phishing.severity")
    page = window.findChild(PlaybooksPage)
    assert page is not None
    for at, name in enumerate(("steps", "flow", "about")):
        page.tabs.setCurrentIndex(at)
        settle(200)
        yield f"playbooks-{name}", window
    page.tabs.setCurrentIndex(0)
    page.do("library")
    settle()
    assert page.dialog is not None
    yield "dialog-playbook-library", page.dialog
    page.dialog.reject()
    settle()
