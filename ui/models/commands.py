"""The commands of the window, as the palette offers them."""

from PySide6.QtCore import QCoreApplication

from ui.models.entries import Entry


def command_entries(*, help_there: bool) -> tuple[Entry, ...]:
    """Everything the window can do; `help_there` is whether a guide was installed."""
    place = QCoreApplication.translate("Commands", "Command")
    named = (
        (QCoreApplication.translate("Commands", "Overview"), "layout-dashboard", "overview"),
        (QCoreApplication.translate("Commands", "Plan sections"), "file-text", "sections"),
        (QCoreApplication.translate("Commands", "Guided start"), "sparkles", "interview"),
        (QCoreApplication.translate("Commands", "People and roles"), "users", "people"),
        (QCoreApplication.translate("Commands", "Communication trees"), "network", "trees"),
        (QCoreApplication.translate("Commands", "Classification"), "grid-3x3", "classification"),
        (QCoreApplication.translate("Commands", "Playbooks"), "workflow", "playbooks"),
        (QCoreApplication.translate("Commands", "Programme"), "target", "programme"),
        (QCoreApplication.translate("Commands", "Findings"), "list-checks", "findings"),
        (QCoreApplication.translate("Commands", "Coverage"), "shield-check", "coverage"),
        (QCoreApplication.translate("Commands", "Notifications"), "bell", "notifications"),
        (QCoreApplication.translate("Commands", "Reviews"), "clipboard-check", "reviews"),
        (QCoreApplication.translate("Commands", "Export the plan"), "download", "export"),
        (QCoreApplication.translate("Commands", "Evidence for an auditor"), "archive", "evidence"),
        (QCoreApplication.translate("Commands", "Import people"), "upload", "import"),
        (QCoreApplication.translate("Commands", "Comments"), "message-square", "comments"),
        (
            QCoreApplication.translate("Commands", "Comment on this"),
            "message-square-plus",
            "comment",
        ),
        (QCoreApplication.translate("Commands", "Find in this page"), "search", "find"),
        (QCoreApplication.translate("Commands", "New plan"), "file-plus", "new"),
        (QCoreApplication.translate("Commands", "Open a plan"), "folder-open", "open"),
        (QCoreApplication.translate("Commands", "Save a copy"), "copy", "copy"),
        (QCoreApplication.translate("Commands", "Close this plan"), "x", "close"),
        (QCoreApplication.translate("Commands", "Undo"), "undo-2", "undo"),
        (QCoreApplication.translate("Commands", "Redo"), "redo-2", "redo"),
        (QCoreApplication.translate("Commands", "Light or dark"), "moon", "theme"),
        (QCoreApplication.translate("Commands", "Settings"), "settings", "settings"),
        (QCoreApplication.translate("Commands", "Help"), "circle-help", "help"),
        (QCoreApplication.translate("Commands", "About irplan"), "info", "about"),
    )
    return tuple(
        Entry(title, place, picture, target)
        for title, picture, target in named
        if target != "help" or help_there
    )
