"""The commands of the page, the same on canvas and outline, each with its keys."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.widgets.icons import icon


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do: its words, picture and keys; `writes` where it changes the plan."""

    key: str
    text: str
    picture: str = ""
    keys: tuple[str, ...] = ()
    writes: bool = True
    needs_call: bool = True


class Commands(QObject):
    """Actions that work while canvas or outline have the focus."""

    def __init__(self, parent: QObject, views: tuple[QWidget, ...], *, read_only: bool) -> None:
        super().__init__(parent)
        self._commands = {command.key: command for command in _commands()}
        self._actions: dict[str, QAction] = {}
        self._read_only = read_only
        for command in self._commands.values():
            action = QAction(command.text, self)
            action.setObjectName(f"tree_{command.key}")
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setIcon(icon(command.picture) if command.picture else QIcon())
            self._actions[command.key] = action
            for view in views:
                view.addAction(action)

    def connect_to(self, key: str, do: Callable[[], object]) -> None:
        """Let `do` happen when the command is given."""
        self._actions[key].triggered.connect(do)

    def action(self, key: str) -> QAction:
        """The action of a command."""
        return self._actions[key]

    def tip(self, key: str) -> str:
        """The words of a command and its keys, for the tooltip of a button."""
        keys = self._actions[key].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        text = self._commands[key].text.rstrip("\u2026")
        return f"{text} ({keys})" if keys else text

    def allow(self, *, call: bool, tree: bool) -> None:
        """Offer what can be done while a call is chosen, and while there is a tree."""
        for key, command in self._commands.items():
            writable = not (command.writes and self._read_only)
            self._actions[key].setEnabled(writable and tree and (call or not command.needs_call))

    def menu(self, parent: QWidget) -> QMenu:
        """What can be done with the call that is chosen."""
        made = QMenu(parent)
        made.setObjectName("tree_call_menu")
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group in _MENU:
            for key in group:
                made.addAction(self._actions[key])
            made.addSeparator()
        return made


_MENU = (
    ("below", "beside", "paste"),
    ("edit", "who"),
    ("up", "down", "indent", "outdent", "hang", "detach"),
    ("remove", "remove_branch"),
)


def _commands() -> tuple[Command, ...]:
    tr = QCoreApplication.translate
    return (
        Command("below", tr("Trees", "Add a call below\u2026"), "user-plus", ("Ins",),
                needs_call=False),
        Command("beside", tr("Trees", "Add a call beside\u2026"), "", ("Alt+Ins",)),
        Command("paste", tr("Trees", "Paste names"), "clipboard-check", ("Ctrl+V",),
                needs_call=False),
        Command("edit", tr("Trees", "Edit in the details"), "pencil", ("Return", "Enter"),
                writes=False),
        Command("who", tr("Trees", "Call somebody else\u2026"), "user", ("Ctrl+Return",)),
        Command("hang", tr("Trees", "Hang under another call\u2026"), "", ("Ctrl+Shift+H",)),
        Command("up", tr("Trees", "Move up"), "arrow-up", ("Alt+Up",)),
        Command("down", tr("Trees", "Move down"), "arrow-down", ("Alt+Down",)),
        Command("indent", tr("Trees", "Indent"), "indent-increase", ("Alt+Right",)),
        Command("outdent", tr("Trees", "Outdent"), "indent-decrease", ("Alt+Left",)),
        Command("detach", tr("Trees", "Let it start on its own"), "", ("Alt+Home",)),
        Command("remove", tr("Trees", "Remove, keep those below"), "trash-2", ("Del",)),
        Command("remove_branch", tr("Trees", "Remove with all below"), "", ("Shift+Del",)),
        Command("tidy", tr("Trees", "Tidy up"), "network", ("Ctrl+Shift+T",), needs_call=False),
        Command("zoom_out", tr("Trees", "Zoom out"), "zoom-out", ("Ctrl+-",),
                writes=False, needs_call=False),
        Command("zoom_in", tr("Trees", "Zoom in"), "zoom-in", ("Ctrl++", "Ctrl+="),
                writes=False, needs_call=False),
        Command("whole", tr("Trees", "Actual size"), "", ("Alt+1",),
                writes=False, needs_call=False),
        Command("fit", tr("Trees", "Show the whole tree"), "maximize", ("Alt+0",),
                writes=False, needs_call=False),
    )  # fmt: skip
