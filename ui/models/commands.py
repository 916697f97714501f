"""The pages and commands of the window, as the palette offers them."""

from PySide6.QtCore import QCoreApplication

from ui.models.areas import nav_areas
from ui.models.entries import Entry


def command_entries(*, help_there: bool) -> tuple[Entry, ...]:
    """Everything the window can do; `help_there` is whether a guide was installed."""
    return (*_pages(), *_commands(help_there=help_there))


def _pages() -> tuple[Entry, ...]:
    """Every area of the navigation, known by what people call it elsewhere too."""
    place, names = _tr("Page"), _names_of_pages()
    return tuple(
        Entry(item.text, place, item.picture, item.key, also=names[item.key])
        for item in nav_areas()
    )


def _names_of_pages() -> dict[str, tuple[str, ...]]:
    return {
        "overview": (_tr("Dashboard"), _tr("Home"), _tr("Next steps")),
        "interview": (_tr("Interview"), _tr("Questions")),
        "sections": (_tr("Text of the plan"),),
        "people": (_tr("Contacts"), _tr("Directory"), _tr("Deputies"), _tr("RACI table")),
        "trees": (_tr("Call tree"), _tr("Escalation"), _tr("Reachability")),
        "classification": (_tr("Severity levels"), _tr("Impact and urgency"), _tr("Matrix")),
        "playbooks": (_tr("Procedures"), _tr("Runbooks")),
        "programme": (_tr("Metrics"), _tr("Training"), _tr("Roadmap"), _tr("Distribution list")),
        "findings": (_tr("Gaps"), _tr("Open points")),
        "coverage": (_tr("Frameworks"), _tr("Requirements"), _tr("Compliance")),
        "notifications": (_tr("Authorities"), _tr("Regulators"), _tr("Deadlines")),
        "reviews": (_tr("Review session"), _tr("Schedule"), _tr("Minutes")),
        "exercises": (_tr("Tabletop"), _tr("Incidents"), _tr("Lessons learned")),
        "versions": (_tr("Approval"), _tr("Issue a version"), _tr("Audit trail")),
        "changes": (_tr("Redline"), _tr("Compare versions")),
        "backups": (_tr("Restore a copy"),),
        "verify": (_tr("Check signatures"),),
    }


def _commands(*, help_there: bool) -> tuple[Entry, ...]:
    named = (
        (_tr("Export the plan"), "download", "export", (_tr("PDF"), _tr("Word"), _tr("Print"))),
        (_tr("Evidence for an auditor"), "archive", "evidence", (_tr("Audit evidence pack"),)),
        (_tr("Import people"), "upload", "import", (_tr("CSV"), _tr("vCard"), _tr("Spreadsheet"))),
        (_tr("Comments"), "message-square", "comments", ()),
        (_tr("Comment on this"), "message-square-plus", "comment", ()),
        (_tr("Find in this page"), "search", "find", ()),
        (_tr("New plan"), "file-plus", "new", ()),
        (_tr("Open a plan"), "folder-open", "open", ()),
        (_tr("Open a request"), "mail", "request", (_tr("Review or approve for somebody"),)),
        (_tr("Save a copy"), "copy", "copy", ()),
        (_tr("Close this plan"), "x", "close", ()),
        (_tr("Undo"), "undo-2", "undo", ()),
        (_tr("Redo"), "redo-2", "redo", ()),
        (_tr("Light or dark"), "moon", "theme", (_tr("Appearance"),)),
        (_tr("Settings"), "settings", "settings", (_tr("Preferences"), _tr("Text size"))),
        (_tr("Help"), "circle-help", "help", (_tr("User guide"),)),
        (_tr("About irplan"), "info", "about", (_tr("Licences"),)),
    )
    return tuple(
        Entry(title, _tr("Command"), picture, target, also=also)
        for title, picture, target, also in named
        if target != "help" or help_there
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Commands", text)
