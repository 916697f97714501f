"""Uses the page of backups as a person does."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from app.domain.plan.plan import Plan
from ui.dialogs.question import QuestionDialog
from ui.pages.backups.page import BackupsPage
from ui.widgets.banner import NoticeBanner


class Driver:
    """Finds controls by name, waits until nothing is read or compared any more."""

    def __init__(self, page: BackupsPage, qtbot) -> None:
        self.page = page
        self._qtbot = qtbot

    @property
    def plan(self) -> Plan:
        return self.page.bridge.plan

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self.page.busy, timeout=30_000)

    def text(self, name: str) -> str:
        found = self.page.findChild(QLabel, name)
        assert found is not None, name
        return found.text() if found.isVisible() else ""

    def button(self, name: str) -> QPushButton:
        found = self.page.findChild(QPushButton, name)
        assert found is not None, name
        return found

    def click(self, name: str) -> None:
        assert self.button(name).isEnabled(), name
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)
        self.settle()

    def rows(self) -> list[str]:
        model = self.page.list.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def heard(self, row: int) -> str:
        return str(self.page.list.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))

    def choose(self, row: int) -> None:
        index = self.page.list.model().index(row, 0)
        self.page.list.scrollTo(index)
        place = self.page.list.visualRect(index).center()
        QTest.mouseClick(self.page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.settle()

    def changed(self) -> list[str]:
        """What the list of changes says, row by row; nothing while it is hidden."""
        if not self.page.card.changes.isVisible():
            return []
        model = self.page.card.changes.view.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def question(self) -> QuestionDialog:
        """What is asked after a click on the button that restores."""
        self.click("backup_restore")
        found = [one for one in self.page.findChildren(QuestionDialog) if one.isVisible()]
        assert len(found) == 1
        return found[0]

    def answer(self, key: str) -> str:
        """Answer what is asked; gives what was asked."""
        question = self.question()
        asked = " ".join(one.text() for one in question.findChildren(QLabel))
        made = question.findChild(QPushButton, f"answer_{key}")
        assert made is not None
        QTest.mouseClick(made, Qt.MouseButton.LeftButton)
        self.settle()
        return asked

    def told(self) -> str:
        """What the banners say."""
        found = (self.page.banner, self.page.done)
        return " ".join(banner.text for banner in found if shown(banner))


def shown(banner: NoticeBanner) -> bool:
    return banner.isVisible()
