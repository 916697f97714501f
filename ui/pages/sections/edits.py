"""What a person can change about a section, each as one named step of the plan's history."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.sections import Section, SectionState
from ui.bridge.session import PlanBridge
from ui.pages.sections.answer_edits import AnswerEdits

ORIGIN = "sections_page"


class SectionEdits(AnswerEdits):
    """Changes the section `key`; typing in one field is one step."""

    def __init__(self, bridge: PlanBridge) -> None:
        super().__init__(bridge, ORIGIN)
        self.key = ""

    @property
    def section(self) -> Section:
        """The section as it is now."""
        return self._bridge.plan.sections[RecordId(self.key)]

    def text(self, source: str) -> None:
        """Replace the text."""
        self._put(_tr("Text of {0}"), "prose", prose=source)

    def owner(self, owner: str) -> None:
        """Name the owner; blank takes the name away."""
        self._put(_tr("Owner of {0}"), "owner", owner=owner)

    def review(self, reviewed: bool) -> None:
        """Mark the section reviewed, or a draft again."""
        state = SectionState.REVIEWED if reviewed else SectionState.DRAFT
        self._put(_tr("State of {0}"), state=state)

    def exempt(self, reason: str) -> None:
        """Mark the section not applicable."""
        self._put(_tr("{0} not applicable"), "exempt", not_applicable=reason)

    def apply_again(self) -> None:
        """Let the section apply after all."""
        self._put(_tr("{0} applies"), not_applicable="")

    def _put(self, pattern: str, field: str = "", **values: Any) -> None:  # noqa: ANN401
        section = self.section
        change = put(self._bridge.plan, replace(section, **values))
        merge = f"{field}:{self.key}" if field else ""
        self._bridge.apply((change,), pattern.format(section.title), ORIGIN, merge)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SectionEdits", text)
