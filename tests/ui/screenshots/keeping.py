"""How the sample plan is kept alive: duties, reviews, exercises, versions, backups."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtWidgets import QToolButton, QWidget

from app.domain.plan.acts import Deed, Route
from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.sessions import Occasion
from app.services.approving.approvals import Approvals, Submission
from app.services.reviewing.starting import Invitation, give_up
from tests.ui.screenshots.waiting import settle, wait_until
from ui.bridge.session import PlanBridge
from ui.dialogs.session.start_dialog import StartDialog
from ui.dialogs.session.stops import StopKind, stops_of
from ui.main_window import MainWindow
from ui.pages.backups.page import BackupsPage
from ui.pages.exercises.page import ExercisesPage
from ui.pages.notifications.page import NotificationsPage
from ui.pages.reviews import ReviewsPage
from ui.pages.versions.page import VersionsPage


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
