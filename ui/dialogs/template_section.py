"""One section of a template as it would read, and what would be asked there."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.services.previewing.preview import PreviewedSection
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label, paragraph, set_paragraph
from ui.widgets.prose.editor import ProseEdit
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

TEXT_WIDTH_PX = 760


class SectionPreview(ScrollBody):
    """Read with the keyboard too: the text takes the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "template_section")
        self._title = label(self.body, "", Role.H1, wrap=True)
        self._title.setObjectName("preview_title")
        self._purpose = paragraph(self.body)
        self._reads = Card(self.body, self.tr("How it would read"))
        self._text = ProseEdit(self._reads)
        self._text.setObjectName("preview_text")
        self._text.setReadOnly(True)
        self._reason = paragraph(self._reads)
        self._reads.add(self._text)
        self._reads.add(self._reason)
        self._asks = Card(self.body, self.tr("What it asks you"))
        self._questions: list[QLabel] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(px(6))
        self._asks.body.addLayout(self._list)
        for part in (self._title, self._purpose, self._reads, self._asks):
            part.setMaximumWidth(px(TEXT_WIDTH_PX))
            self.content.addWidget(part)
        self.content.setContentsMargins(px(24), px(4), px(16), px(16))
        self.content.setSpacing(px(12))
        self.content.addStretch(1)

    def show_section(self, section: PreviewedSection) -> None:
        """Show another section, from its top."""
        said = f"{section.number} {section.title}"
        self._title.setText(said)
        set_paragraph(self._purpose, section.purpose)
        self._purpose.setVisible(bool(section.purpose.strip()))
        self._show_text(section, said)
        self._show_questions(section.questions)
        self.verticalScrollBar().setValue(0)

    def _show_text(self, section: PreviewedSection, said: str) -> None:
        reads = section.applies and bool(section.text.strip())
        self._text.setAccessibleName(self.tr("How {0} would read").format(said))
        self._text.open_source(section.text if reads else "")
        self._text.setVisible(reads)
        nothing = self.tr("The template has no text here; the tables of your records follow.")
        set_paragraph(self._reason, "" if reads else section.text or nothing)
        self._reason.setVisible(not reads)

    def _show_questions(self, questions: tuple[str, ...]) -> None:
        for shown in self._questions:
            self._list.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        self._questions = [paragraph(self._asks, f"\u2022\u2002{text}") for text in questions]
        for shown in self._questions:
            self._list.addWidget(shown)
        self._asks.setVisible(bool(questions))
