"""The sentence that a person declares, word for word, and the tick that one is that person."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QVBoxLayout, QWidget

from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class DeclarationBox(QFrame):
    """What stands here, with the hash in full, is what is signed and kept."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("panel", "accent")
        self._sentence: QLabel = label(self, "", Role.PLAIN, wrap=True)
        self._sentence.setObjectName(f"{name}_sentence")
        self._sentence.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._sentence.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tick = QCheckBox(self)
        self.tick.setObjectName(f"{name}_tick")
        self._problem = label(self, "", Role.ERROR, wrap=True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(12), px(14), px(12))
        column.setSpacing(px(8))
        column.addWidget(label(self, self.tr("What is declared"), Role.H3))
        column.addWidget(self._sentence)
        column.addWidget(self.tick)
        column.addWidget(self._problem)
        self.tick.toggled.connect(self._problem.hide)
        self.show_sentence("", "")

    @property
    def sentence(self) -> str:
        """What is declared."""
        return self._sentence.text()

    def show_sentence(self, sentence: str, person: str) -> None:
        """Show what `person` declares; another sentence has to be ticked anew."""
        if sentence != self.sentence:
            self.tick.setChecked(False)
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(sentence)
        said = self.tr("I am {0}").format(person) if person else self.tr("I am this person")
        self.tick.setText(said.replace("&", "&&"))
        self.tick.setAccessibleName(said)

    def confirmed(self) -> bool:
        """Whether it is ticked; that it is not is said."""
        done = self.tick.isChecked()
        said = self.tr("Read what is declared, and tick that you are this person.")
        self._problem.setText("" if done else said)
        self._problem.setVisible(not done)
        if not done:
            self.tick.setFocus(Qt.FocusReason.TabFocusReason)
        return done
