"""Moving the keyboard from one pane of the window to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def focus_next_pane(panes: Sequence[QWidget], step: int = 1) -> None:
    """Give the focus to the first field of the pane after the one that has it."""
    shown = [pane for pane in panes if pane.isVisible() and first_focusable(pane) is not None]
    if not shown:
        return
    focused = QApplication.focusWidget()
    here = [at for at, pane in enumerate(shown) if _holds(pane, focused)]
    at = (here[0] + step) % len(shown) if here else 0
    target = first_focusable(shown[at])
    if target is not None:
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def focus_into(pane: QWidget) -> None:
    """Give the focus to the first field of `pane`, without a ring, as after a click."""
    target = first_focusable(pane)
    if target is not None:
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def first_focusable(pane: QWidget) -> QWidget | None:
    """`pane` itself, or the first thing in it that Tab would reach; None when there is none."""
    if _takes_focus(pane):
        return pane
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        if pane.isAncestorOf(widget) and _takes_focus(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None


def _takes_focus(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return by_tab and widget.isEnabled() and widget.isVisible()


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))
