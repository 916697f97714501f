"""Start-up of the desktop application."""

import faulthandler
import logging
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app.bootstrap import workshop
from app.paths import AppPaths
from ui.bridge.crash import CrashReporter
from ui.bridge.desk import Desk
from ui.bridge.garbage import GarbageCollection
from ui.bridge.jobs import stop_jobs
from ui.bridge.keyboard import KeyboardManners
from ui.bridge.qt_messages import log_qt_messages
from ui.bridge.single_instance import SingleInstance
from ui.bridge.theme import apply_theme
from ui.bridge.translators import install_translators
from ui.bridge.tray import ReminderTray
from ui.bridge.window_state import WindowState
from ui.main_window import MainWindow
from ui.widgets.icons import icon

_LOG = logging.getLogger(__name__)


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, with the plan file named in `argv` if one is; 0 when all went well."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    file = next((item for item in arguments if not item.startswith("-")), "")
    paths = AppPaths.of_user()
    app = _application()
    instance = SingleInstance(paths.state, app)
    if not instance.claim():
        handed = instance.hand_over(str(Path(file).absolute()) if file else "")
        return 0 if handed else _say_locked(paths)
    return _run(app, paths, instance, file)


def _run(app: QApplication, paths: AppPaths, instance: SingleInstance, file: str) -> int:
    shop = workshop(paths)
    reporter = CrashReporter(paths.logs, shop.clock, app)
    reporter.install()
    garbage = GarbageCollection(app)
    desk = Desk(shop, app)
    desk.prepared.connect(garbage.settle)
    apply_theme(app, desk.settings.appearance, desk.settings.scale)
    manners = KeyboardManners(app)
    app.installEventFilter(manners)
    window = MainWindow(desk, WindowState(paths.state))
    reporter.crashed.connect(partial(_show_crash, window))
    instance.asked.connect(partial(_show_again, window))
    tray = ReminderTray(desk, window.due, icon, app)
    tray.opened.connect(partial(_show_again, window, ""))
    window.show()
    QTimer.singleShot(0, app, partial(_start_log, paths))
    QTimer.singleShot(0, instance, instance.listen)
    QTimer.singleShot(0, desk, desk.prepare)
    if file:
        QTimer.singleShot(0, window, partial(window.doors.open_file, Path(file)))
    result = app.exec()
    stop_jobs()
    garbage.stop()
    instance.release()
    return result


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("irplan")
    app.setApplicationDisplayName("irplan")
    app.setDesktopFileName("irplan")
    app.setWindowIcon(QIcon(icon("shield-check", "accent")))
    install_translators(app)
    log_qt_messages()
    return app


def _start_log(paths: AppPaths) -> None:
    """A folder that refuses a log is no reason not to start."""
    from app.logs import start_logging

    try:
        start_logging(paths.logs)
        file = paths.logs.joinpath("fault.txt").open("w", encoding="utf-8")
        faulthandler.enable(file)
    except OSError:
        sys.stderr.write(f"irplan: no log can be written in {paths.logs}\n")


def _say_locked(paths: AppPaths) -> int:
    sys.stderr.write(
        f"irplan: another irplan holds {paths.state} and does not answer; end it and try again\n"
    )
    return 1


def _show_again(window: MainWindow, file: str) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
    if file:
        window.doors.open_file(Path(file))


def _show_crash(window: MainWindow, report: str) -> None:
    """Told on the GUI thread, once at a time; the edits are kept and the window lives on."""
    from ui.dialogs.question import QuestionDialog

    if window.findChild(QuestionDialog, "question_dialog") is not None:
        return
    QuestionDialog(
        window,
        window.tr("Something went wrong inside irplan"),
        window.tr(
            "Your edits are kept. Please send these lines to whoever looks after irplan for you; "
            "they hold nothing of your plan."
        ),
        (("close", window.tr("Close")),),
        report,
    ).open()


if __name__ == "__main__":
    raise SystemExit(main())
