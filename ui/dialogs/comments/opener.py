"""The button that says how much was said about a record, and leads there."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.plan.governance import Comment
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.services.commenting.threads import About, counts
from app.services.editing import Change
from ui.bridge.session import PlanBridge
from ui.bridge.words import counted
from ui.models.comment_rows import about_text, target_of
from ui.widgets.buttons import icon_button
from ui.widgets.tips import plain_tip


class CommentsOpener(QObject):
    """Its `button` stands beside the name of the record, and follows what is said of it."""

    wanted = Signal(str)
    """Carries the target that shows the comments on the record."""

    def __init__(
        self, bridge: PlanBridge, name: str, parent: QWidget, *, once_said: bool = False
    ) -> None:
        """`once_said`: the button stands there only where something was said."""
        super().__init__(parent)
        self._once_said = once_said
        self._bridge = bridge
        self._about: About | None = None
        self._talk: Mapping[RecordId, Comment] | None = None
        self._counts: Mapping[About, int] = {}
        self.button = icon_button(parent, name, "message-square", self.tr("Comments"))
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.clicked.connect(self._on_clicked)
        bridge.changed.connect(self._on_changed)
        self.show_about(None)

    def show_about(self, about: About | None) -> None:
        """Count what is said about a record; without one there is nothing to press."""
        self._about = about
        count = 0 if about is None else self._counted().get(about, 0)
        self.button.setVisible(about is not None and (count > 0 or not self._once_said))
        if about is None:
            return
        said = self.tr("Comment on {0}")
        if count:
            said = counted(count, self.tr("1 comment on {0}"), self.tr("{n} comments on {0}"))
        said = said.format(about_text(self._bridge.plan, about))
        self.button.setText(str(count) if count else "")
        self.button.setAccessibleName(said)
        self.button.setToolTip(plain_tip(self.tr("{0} (Ctrl+Shift+M)").format(said)))

    def _counted(self) -> Mapping[About, int]:
        """Counted anew only when somebody said something."""
        plan = self._bridge.plan
        if self._talk is not plan.comments:
            self._talk, self._counts = plan.comments, counts(plan)
        return self._counts

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if Kind.COMMENT in change.kinds:
            self.show_about(self._about)

    @Slot()
    def _on_clicked(self) -> None:
        if self._about is not None:
            self.wanted.emit(f"comments:{target_of(self._about)}")
