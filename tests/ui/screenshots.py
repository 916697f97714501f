"""Pictures of every page in both appearances: python -m tests.ui.screenshots FOLDER."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QToolButton, QWidget

from app.bootstrap import workshop
from app.domain.interview.drafting import AnswerSheet
from app.domain.plan.acts import Deed, Route
from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.domain.plan.sections import AnswerValue
from app.domain.plan.sessions import Occasion
from app.paths import AppPaths
from app.services.answering.answers import answer_changes
from app.services.approving.approvals import Approvals, Submission
from app.services.approving.exporting import Moment, Seal
from app.services.reviewing.starting import Invitation, give_up
from app.services.settings import Appearance, Settings
from app.services.signing import IdentityRequest, KeyFile
from ui.bridge.desk import Desk
from ui.bridge.jobs import stop_jobs
from ui.bridge.session import PlanBridge
from ui.bridge.theme import apply_theme
from ui.bridge.window_state import WindowState
from ui.dialogs.consequences import ConsequencesDialog
from ui.dialogs.guide_file import guide_file
from ui.dialogs.palette import CommandPalette
from ui.dialogs.session.start_dialog import StartDialog
from ui.dialogs.session.stops import StopKind, stops_of
from ui.dialogs.sign_file.changing_dialog import ChangingDialog
from ui.dialogs.sign_file.dialog import SignFileDialog
from ui.dialogs.sign_file.stamp_dialog import StampDialog
from ui.dialogs.template_preview import TemplatePreviewDialog
from ui.dialogs.unknown import UnknownDialog
from ui.main_window import MainWindow
from ui.pages.backups import BackupsPage
from ui.pages.coverage import CoveragePage
from ui.pages.exercises import ExercisesPage
from ui.pages.findings import FindingsPage
from ui.pages.findings.accept_dialog import AcceptDialog
from ui.pages.notifications import NotificationsPage
from ui.pages.reviews import ReviewsPage
from ui.pages.sections.following import FollowingBanner
from ui.pages.sections.records_card import RecordsCard
from ui.pages.sections.side.panel import SidePanel
from ui.pages.verify.page import VerifyPage
from ui.pages.versions.page import VersionsPage

SIZES = ((1440, 900), (1024, 680))
LOOKS = (Appearance.LIGHT, Appearance.DARK)
WAIT_MS = 60_000

BEGUN = {
    "profile.legal_name": "Northwind Health Limited",
    "profile.short_name": "Northwind Health",
    "profile.sector": "health",
}
"""Answers of a plan that has only just been begun."""


class FixedClock:
    """Always the same moment, so that pictures stay the same."""

    def now(self) -> datetime:
        return datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setCursorFlashTime(0)
    with tempfile.TemporaryDirectory() as home:
        paths = AppPaths.below(Path(home))
        desk = Desk(workshop(paths, FixedClock()))
        desk.change_settings(Settings(person="Anna Keller"))
        desk.prepare()
        wait_until(lambda: bool(desk.samples))
        for look in LOOKS:
            for width, height in SIZES:
                desk.change_settings(Settings(person="Anna Keller", appearance=look))
                apply_theme(app, look)
                window = MainWindow(desk, WindowState(paths.state / f"{look.value}{width}"))
                window.resize(width, height)
                window.show()
                for name, picture in pictures(window, desk, Path(home)):
                    file = folder / f"{name}-{look.value}-{width}.png"
                    picture.grab().save(str(file))
                    sys.stdout.write(f"{file}\n")
                window.close()
                window.deleteLater()
        stop_jobs()


def pictures(window: MainWindow, desk: Desk, home: Path) -> Iterator[tuple[str, QWidget]]:
    desk.close()
    settle()
    yield "welcome", window
    yield from template(window)
    yield from dialog(window, "new", lambda: window.doors.new_plan("combined"))
    desk.create(free(home / "begun.irplan"), "combined", AnswerSheet(BEGUN))
    settle()
    yield "overview-begun", window
    yield from open_questions(window)
    yield from consequences(window)
    yield from findings(window)
    desk.open_sample()
    settle()
    yield "overview", window
    yield from coverage(window)
    yield from sections(window)
    yield from beside(window)
    yield from records(window)
    yield from notifications(window)
    yield from reviews(window)
    yield from exercises(window)
    yield from versions(window)
    yield from backups(window)
    yield from verify(window, desk, home)
    yield from palette(window)
    for name in ("settings", "about", "help", "export", "evidence"):
        if name != "help" or guide_file():
            yield from dialog(window, name, partial(window.navigate, name))


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


def notifications(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    window.navigate("notifications")
    page = window.findChild(NotificationsPage)
    assert page is not None
    page.proposed.browse()
    settle()
    yield "notifications-proposed", window
    for tab, name in ((page.adopted, "adopted"), (page.decisions, "decisions")):
        page.tabs.setCurrentWidget(tab)
        settle()
        yield f"notifications-{name}", window
    page.tabs.setCurrentWidget(page.clocks)
    for field in page.clocks.moments.findChildren(QToolButton):
        field.click()
    settle()
    yield "notifications-clocks", window
    page.clocks.reveal_result()
    settle()
    yield "notifications-timeline", window


def versions(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """A version that was approved, one in review, the audit trail, and what changed in between."""
    bridge = window.desk.bridge
    assert bridge is not None
    if not bridge.plan.acts:  # the sample's file is the same in every look
        live(bridge)
    window.navigate("changes")
    settle(1500)
    yield "changes", window
    window.navigate("versions")
    page = window.findChild(VersionsPage)
    assert page is not None
    wait_until(lambda: not page.busy)
    settle(300)
    yield "versions", window
    page.tabs.setCurrentWidget(page.audit)
    wait_until(lambda: not page.busy)
    settle(300)
    yield "versions-audit", window


def live(bridge: PlanBridge) -> None:
    """Approve a version, change some words, and submit the next."""
    approvals = Approvals(bridge.open_plan)
    route = Route(("Ruth Penhaligon",), ("Helen Ashworth",))
    approvals.submit(Submission("Anna Keller", "Approved in irplan from now on.", route, "2.0"))
    approvals.enter(approvals.declaration(Deed.REVIEWED, "Ruth Penhaligon", "Internal audit"))
    approvals.enter(approvals.declaration(Deed.APPROVED, "Helen Ashworth", "Chief executive"))
    scope = bridge.plan.sections[RecordId("scope")]
    prose = scope.prose.replace("shall", "must", 2)
    bridge.apply((put(bridge.plan, replace(scope, prose=prose)),), "Words")
    approvals.submit(Submission("Anna Keller", "Clearer words.", route, "2.1"))
    bridge.flush()


def backups(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    window.navigate("backups")
    page = window.findChild(BackupsPage)
    assert page is not None
    wait_until(lambda: not page.busy)
    page.list.setCurrentIndex(page.list.model().index(page.list.model().rowCount() - 1, 0))
    wait_until(lambda: not page.busy)
    yield "backups", window


def reviews(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The page, how a session starts, and some of its stops; then it is given up."""
    window.navigate("reviews")
    page = window.findChild(ReviewsPage)
    assert page is not None
    settle(1000)
    yield "reviews", window
    page.next.start.click()
    settle()
    asking = page.findChild(StartDialog)
    assert asking is not None
    yield "dialog-session", asking
    asking.given.emit(Invitation("Review of November 2026", Occasion.DUE, "Anna Keller"))
    asking.reject()
    wait_until(lambda: page.sessions.window is not None)
    shown = page.sessions.window
    assert shown is not None
    shown.showNormal()
    shown.resize(window.size())
    walk, stops = shown.walk, stops_of(shown.edits.session)
    for name in (StopKind.ATTENDANCE, StopKind.ITEM, StopKind.CONTACTS, StopKind.CLOSING):
        walk.go_to(next(stop for stop in stops if stop.kind is name))
        settle()
        yield f"session-{name.value}", shown
    shown.leave()
    bridge = window.desk.bridge
    assert bridge is not None
    bridge.apply(give_up(bridge.plan, shown.edits.key), "Give up")
    settle()


def exercises(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The page, one tab after the other."""
    window.navigate("exercises")
    page = window.findChild(ExercisesPage)
    assert page is not None
    for at, name in enumerate(("programme", "incidents", "lessons", "heat")):
        page.tabs.setCurrentIndex(at)
        settle()
        yield f"exercises-{name}", window


def verify(window: MainWindow, desk: Desk, home: Path) -> Iterator[tuple[str, QWidget]]:
    """A version that the organisation sealed, and that nobody else has signed yet."""
    window.navigate("verify")
    page = window.findChild(VerifyPage)
    assert page is not None
    settle()
    yield "verify-empty", window
    page.take(sealed(desk, home))
    wait_until(lambda: not page.panel.busy)
    settle(200)
    yield "verify", window
    for name, kind in (("verify_sign", SignFileDialog), ("verify_stamp", StampDialog)):
        asking = page.findChild(QPushButton, name)
        assert asking is not None
        asking.click()
        shown = page.findChild(kind)
        assert shown is not None
        wait_until(partial(idle, shown))
        settle(200)
        yield f"dialog-{name}", shown
        shown.reject()


def idle(dialog: ChangingDialog) -> bool:
    return not dialog.busy


def sealed(desk: Desk, home: Path) -> Path:
    """Version 2.0 with the seal of its organisation, made once."""
    file = home / "NH-IRP-001-2-0.pdf"
    if not file.exists():
        shop, bridge, path = desk.workshop, desk.bridge, desk.path
        assert bridge is not None
        assert path is not None
        key = KeyFile(home / "seal.p12", "correct horse")
        request = IdentityRequest("Northwind Health seal", "seal@example.org", "Northwind Health")
        shop.make_identity(request, key.file, key.passphrase)
        now = Moment(bridge.plan, bridge.head(), "Anna Keller")
        made = shop.version_exporter().render(now, shop.history(path), "2.0", Seal(key))
        file.write_bytes(made[0][1])
    return file


def palette(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    window.navigate("overview")
    button = window.findChild(QPushButton, "search_button")
    assert button is not None
    button.click()
    shown = window.findChild(CommandPalette)
    assert shown is not None
    QTest.keyClicks(shown.field, "sev")
    settle()
    yield "palette", window
    shown.close_palette()


def dialog(
    window: MainWindow, name: str, show: Callable[[], None]
) -> Iterator[tuple[str, QWidget]]:
    show()
    settle()
    shown = window.doors.dialog("guide" if name == "help" else name)
    assert isinstance(shown, QDialog)
    yield f"dialog-{name}", shown
    shown.reject()
    settle()


def free(path: Path) -> Path:
    """`path` with a number that no file has yet."""
    return next(
        found for at in range(100) if not (found := path.with_stem(f"{path.stem}{at}")).exists()
    )


def settle(milliseconds: int = 60) -> None:
    """Let the event loop lay out and paint."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(done: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(WAIT_MS)
    while not done():
        assert not deadline.hasExpired(), "the library was not read in time"
        settle()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
