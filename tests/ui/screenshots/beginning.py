"""A plan that has only just been begun: its questions, and what answers draw after them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.sections import AnswerValue
from app.services.answering.answers import answer_changes
from app.services.interviewing.walk import RESULT
from tests.ui.screenshots.waiting import settle
from ui.dialogs.consequences import ConsequencesDialog
from ui.dialogs.template_preview import TemplatePreviewDialog
from ui.dialogs.unknown import UnknownDialog
from ui.main_window import MainWindow
from ui.pages.findings.accept_dialog import AcceptDialog
from ui.pages.findings.page import FindingsPage
from ui.pages.interview import InterviewPage
from ui.pages.interview.page import ORIGIN
from ui.pages.sections.answer_edits import AnswerEdits
from ui.pages.sections.following import FollowingBanner


def template(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    asking = window.findChild(QPushButton, "preview_combined")
    assert asking is not None
    asking.click()
    shown = window.findChild(TemplatePreviewDialog)
    assert shown is not None
    settle()
    yield "dialog-preview", shown
    shown.reject()
    settle()


def begun(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """What is seen of a plan that has only just been begun."""
    yield from interview(window)
    yield from open_questions(window)
    yield from consequences(window)
    yield from findings(window)


def interview(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Questions, what they produce, and the last stop with all that waits; then all is undone."""
    bridge = window.desk.bridge
    assert bridge is not None
    window.navigate("interview")
    page = window.findChild(InterviewPage)
    assert page is not None
    edits = AnswerEdits(bridge, ORIGIN)
    answers: dict[str, AnswerValue] = {
        "playbooks.adopt": ("ransomware", "phishing"),
        "profile.jurisdictions": ("GB", "IE"),
        "profile.data_kinds": ("health",),
        "reporting.channel": "Service desk, extension 2222",
    }
    for name, value in answers.items():
        edits.answer(bridge.template.questions[name], value)
    page.course.look_at_words()
    page.course.look_at_pending()
    for stop, name in (("services_data", "interview"), (RESULT, "interview-result")):
        page.course.go_to(stop)
        settle()
        yield name, window
    for _ in answers:
        bridge.undo()


def open_questions(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """A proposal, and somebody who finds an answer out."""
    window.navigate("section:triage_assessment")
    asking = window.findChild(QPushButton, "unknown_triage.within")
    assert asking is not None
    asking.click()
    shown = window.findChild(UnknownDialog)
    assert shown is not None
    shown.given.emit("Anna Keller", date(2026, 12, 18))
    settle()
    yield "dialog-unknown", shown
    shown.reject()
    settle()
    yield "section-open", window


def consequences(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """A scheme, playbooks and edited text that wait for agreement; nothing is agreed to."""
    bridge = window.desk.bridge
    assert bridge is not None
    window.navigate("section:special_scenarios")
    section = bridge.plan.sections[RecordId("special_scenarios")]
    own = replace(section, prose=f"{section.prose}\n\nThe chaplain is told as well.")
    bridge.apply((put(bridge.plan, own),), "Text")
    answers: dict[str, AnswerValue] = {
        "playbooks.adopt": ("ransomware", "phishing"),
        "profile.uses_ai": True,
        "severity.scheme": "impact-tables",
    }
    for name, value in answers.items():
        question = bridge.template.questions[name]
        bridge.apply(answer_changes(bridge.plan, bridge.template, question, value), "Answer")
    banner = window.findChild(FollowingBanner)
    assert banner is not None
    banner.look()
    settle()
    yield "section-following", window
    banner.acted.emit("show")
    shown = window.findChild(ConsequencesDialog)
    assert shown is not None
    settle()
    yield "dialog-consequences", shown
    shown.reject()
    settle()
    for _ in range(len(answers) + 1):
        bridge.undo()


def findings(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    window.navigate("findings")
    page = window.findChild(FindingsPage)
    assert page is not None
    assert window.desk.bridge is not None
    codes = [finding.code for finding in window.desk.bridge.judgement.findings()]
    page.list.choose_rows([codes.index("party.no-insurer")])
    settle()
    yield "findings", window
    page.mend_chosen()
    settle()
    yield "findings-mended", window
    page.accept_chosen()
    settle()
    shown = page.findChild(AcceptDialog)
    assert shown is not None
    yield "dialog-accept", shown
    shown.reject()
    settle()
