"""What is said about an expected failure, and what can be done about it."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.errors import IrplanError
from ui.bridge.notice_texts import ACTION_TEXTS, KNOWN, Action


@dataclass(frozen=True, slots=True)
class Notice:
    """One failure in words: a headline, the sentence with file or field, and an action."""

    headline: str
    detail: str
    action: Action
    action_text: str

    @property
    def text(self) -> str:
        """Headline and detail in one line."""
        return f"{self.headline}. {self.detail}" if self.headline else self.detail


def notice_of(error: IrplanError) -> Notice:
    """What to show for `error`; its own sentence stands in for a headline unknown here."""
    headline, action = KNOWN.get(error.code, ("", Action.DISMISS))
    return Notice(
        QCoreApplication.translate("Notices", headline) if headline else "",
        error.message,
        action,
        action_text(action),
    )


def action_text(action: Action) -> str:
    """The words on the button of `action`."""
    return QCoreApplication.translate("Notices", ACTION_TEXTS[action])


def is_known(code: str) -> bool:
    """Whether `code` has a headline and an action here."""
    return code in KNOWN


__all__ = ["Action", "Notice", "action_text", "is_known", "notice_of"]
