"""The pages of an open plan, each built when it is first gone to."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.pages.page import Page


class PageStack(QObject):
    """Fills a stacked widget; pages of an earlier plan are thrown away."""

    navigate = Signal(str)
    """Carries a target some page asks for."""

    def __init__(self, stack: QStackedWidget, bridge: PlanBridge, desk: Desk) -> None:
        super().__init__(stack)
        self._stack = stack
        self._bridge = bridge
        self._desk = desk
        self._pages: dict[str, Page] = {}
        self._builders: dict[str, Callable[[], Page]] = {
            "overview": self._overview,
            "sections": self._sections,
            "interview": self._interview,
            "people": self._people,
            "trees": self._trees,
            "classification": self._classification,
            "playbooks": self._playbooks,
            "programme": self._programme,
            "findings": self._findings,
            "coverage": self._coverage,
            "notifications": self._notifications,
            "backups": self._backups,
            "reviews": self._reviews,
            "exercises": self._exercises,
            "versions": self._versions,
            "changes": self._changes,
            "verify": self._verify,
        }

    @property
    def keys(self) -> tuple[str, ...]:
        """The areas, in the order of the navigation."""
        return tuple(self._builders)

    def go(self, key: str) -> Page:
        """Show the page `key`, built if need be.

        Raises:
            KeyError: no such page.
        """
        if key not in self._pages:
            page = self._builders[key]()
            page.navigate.connect(self.navigate)
            self._pages[key] = page
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self._pages[key])
        return self._pages[key]

    def discard(self) -> None:
        """Throw all pages away."""
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages.clear()

    def _overview(self) -> Page:
        from ui.pages.overview import OverviewPage

        return OverviewPage(self._bridge, self._desk, self._stack)

    def _sections(self) -> Page:
        from ui.pages.sections.page import SectionsPage

        return SectionsPage(self._bridge, self._stack)

    def _interview(self) -> Page:
        from ui.pages.interview import InterviewPage

        return InterviewPage(self._bridge, self._desk, self._stack)

    def _people(self) -> Page:
        from ui.pages.people import PeoplePage

        return PeoplePage(self._bridge, self._desk, self._stack)

    def _trees(self) -> Page:
        from ui.pages.trees import TreesPage

        return TreesPage(self._bridge, self._desk, self._stack)

    def _classification(self) -> Page:
        from ui.pages.classification import ClassificationPage

        return ClassificationPage(self._bridge, self._desk, self._stack)

    def _playbooks(self) -> Page:
        from ui.pages.playbooks import PlaybooksPage

        return PlaybooksPage(self._bridge, self._desk, self._stack)

    def _programme(self) -> Page:
        from ui.pages.programme import ProgrammePage

        return ProgrammePage(self._bridge, self._desk, self._stack)

    def _findings(self) -> Page:
        from ui.pages.findings.page import FindingsPage

        return FindingsPage(self._bridge, self._desk, self._stack)

    def _coverage(self) -> Page:
        from ui.pages.coverage import CoveragePage

        return CoveragePage(self._bridge, self._desk, self._stack)

    def _notifications(self) -> Page:
        from ui.pages.notifications.page import NotificationsPage

        return NotificationsPage(self._bridge, self._desk, self._stack)

    def _reviews(self) -> Page:
        from ui.pages.reviews import ReviewsPage

        return ReviewsPage(self._bridge, self._desk, self._stack)

    def _exercises(self) -> Page:
        from ui.pages.exercises.page import ExercisesPage

        return ExercisesPage(self._bridge, self._desk, self._stack)

    def _changes(self) -> Page:
        from ui.pages.changes.page import ChangesPage

        return ChangesPage(self._bridge, self._desk, self._stack)

    def _versions(self) -> Page:
        from ui.pages.versions.page import VersionsPage

        return VersionsPage(self._bridge, self._desk, self._stack)

    def _verify(self) -> Page:
        from ui.pages.verify.page import VerifyPage

        return VerifyPage(self._bridge, self._desk, self._stack)

    def _backups(self) -> Page:
        from ui.pages.backups.page import BackupsPage

        return BackupsPage(self._bridge, self._desk, self._stack)
