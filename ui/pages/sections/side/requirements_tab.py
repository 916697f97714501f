"""The requirements a section helps to meet, with what can be said of each."""

from html import escape

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.judgement.coverage import RequirementStatus, Verdict
from app.domain.judgement.requirements import Confidence, Framework, Requirement
from ui.bridge.words import short_name
from ui.pages.sections.side.tab import SideTab
from ui.widgets.cards import line
from ui.widgets.chips import Chip, Tone
from ui.widgets.elided import ElidedLabel
from ui.widgets.labels import Role, label, set_tone
from ui.widgets.tokens import px

ADDITION = " | "
"""What parts the gist of a requirement from the notes and recommendations of its source."""

Statuses = tuple[tuple[Framework, RequirementStatus], ...]

LOOKS = {
    Verdict.MET: ("circle-check", "success"),
    Verdict.PARTLY: ("circle-dot", "warning"),
    Verdict.NOT_MET: ("circle", "text3"),
    Verdict.NOT_APPLICABLE: ("circle-minus", "text3"),
    Verdict.NEEDS_PERSON: ("user", "accent_text"),
}
"""The icon and colour of each verdict."""


class RequirementsTab(SideTab):
    """One row a requirement: verdict, id, our own words for it, and the reason."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "requirements_tab")
        self._shown: Statuses | None = None

    def show_requirements(self, statuses: Statuses) -> None:
        """Show the verdicts; nothing is redrawn while they stay the same."""
        if statuses == self._shown:
            return
        self._shown = statuses
        column = self.renew()
        met = sum(status.verdict is Verdict.MET for _, status in statuses)
        count = self.tr("{0} of {1}").format(met, len(statuses))
        column.addLayout(self.headline(self.tr("Requirements met here"), count))
        if not statuses:
            none = self.tr("No chosen framework asks anything of this section.")
            column.addWidget(label(self.rows, none, Role.HINT, wrap=True))
        for at, (framework, status) in enumerate(statuses):
            if at:
                column.addWidget(line(self.rows))
            self._add(column, framework, status)

    def _add(self, column: QVBoxLayout, framework: Framework, status: RequirementStatus) -> None:
        requirement = status.requirement
        picture, tone = LOOKS[status.verdict]
        word = verdict_word(status.verdict)
        text = QVBoxLayout()
        text.setSpacing(px(3))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(label(self.rows, requirement.id, Role.STRONG))
        head.addWidget(ElidedLabel(self.rows, short_name(framework.name), Role.HINT), 1)
        verdict = label(self.rows, word, Role.HINT)
        set_tone(verdict, tone if tone in {"success", "warning"} else "")
        head.addWidget(verdict)
        text.addLayout(head)
        text.addWidget(self._own_words(requirement))
        text.addWidget(label(self.rows, status.reason, Role.HINT, wrap=True))
        if requirement.confidence is Confidence.MEMORY:
            text.addWidget(Chip(self.rows, self.tr("from memory, verify"), Tone.WARNING))
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self.picture(picture, tone, word), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        column.addLayout(row)

    def _own_words(self, requirement: Requirement) -> QLabel:
        """The first sentence; what the source adds to it stands in the tooltip."""
        whole = requirement.text or requirement.title
        shown = label(self.rows, whole.split(ADDITION)[0], Role.BODY, wrap=True)
        if ADDITION in whole:
            more = whole.replace(ADDITION, "\n\n")
            shown.setToolTip(f"<p>{escape(more).replace(chr(10), '<br>')}</p>")
            shown.setAccessibleDescription(more)
        return shown


def verdict_word(verdict: Verdict) -> str:
    """A verdict in a word or two."""
    tr = QCoreApplication.translate
    return {
        Verdict.MET: tr("Verdict", "Met"),
        Verdict.PARTLY: tr("Verdict", "Partly"),
        Verdict.NOT_MET: tr("Verdict", "Not yet"),
        Verdict.NOT_APPLICABLE: tr("Verdict", "Not applicable"),
        Verdict.NEEDS_PERSON: tr("Verdict", "Needs a person"),
    }[verdict]
