"""The words for every expected failure, by its code; a test holds the list complete."""

from collections.abc import Callable
from enum import Enum
from typing import cast

from PySide6 import QtCore

QT_TRANSLATE_NOOP = cast("Callable[[str, str], str]", QtCore.QT_TRANSLATE_NOOP)
"""Marks a text for translation and returns it; the binding says only that it returns something."""


class Action(Enum):
    """What a notice offers; a window without a way to do it shows no button."""

    DISMISS = "dismiss"
    RETRY = "retry"
    REOPEN = "reopen"
    OPEN_OTHER = "open-other"
    OPEN_READ_ONLY = "open-read-only"
    SHOW_BACKUPS = "show-backups"
    CHOOSE_NAME = "choose-name"
    CHOOSE_FOLDER = "choose-folder"
    CHOOSE_IDENTITY = "choose-identity"
    CREATE_IDENTITY = "create-identity"
    ENTER_PASSPHRASE = "enter-passphrase"  # noqa: S105 - the name of an action
    SHOW_FINDINGS = "show-findings"
    EXPORT_DRAFT = "export-draft"


ACTION_TEXTS = {
    Action.DISMISS: QT_TRANSLATE_NOOP("Notices", "Close"),
    Action.RETRY: QT_TRANSLATE_NOOP("Notices", "Try again"),
    Action.REOPEN: QT_TRANSLATE_NOOP("Notices", "Reopen the plan"),
    Action.OPEN_OTHER: QT_TRANSLATE_NOOP("Notices", "Open another plan"),
    Action.OPEN_READ_ONLY: QT_TRANSLATE_NOOP("Notices", "Open to read"),
    Action.SHOW_BACKUPS: QT_TRANSLATE_NOOP("Notices", "Show the backups"),
    Action.CHOOSE_NAME: QT_TRANSLATE_NOOP("Notices", "Choose another name"),
    Action.CHOOSE_FOLDER: QT_TRANSLATE_NOOP("Notices", "Choose another folder"),
    Action.CHOOSE_IDENTITY: QT_TRANSLATE_NOOP("Notices", "Choose another identity"),
    Action.CREATE_IDENTITY: QT_TRANSLATE_NOOP("Notices", "Create an identity"),
    Action.ENTER_PASSPHRASE: QT_TRANSLATE_NOOP("Notices", "Enter the passphrase again"),
    Action.SHOW_FINDINGS: QT_TRANSLATE_NOOP("Notices", "Show the findings"),
    Action.EXPORT_DRAFT: QT_TRANSLATE_NOOP("Notices", "Export a draft"),
}
"""The words on the button of each action."""

KNOWN: dict[str, tuple[str, Action]] = {
    "irplan.failed": (QT_TRANSLATE_NOOP("Notices", "That did not work"), Action.DISMISS),
    "irplan.unexpected": (QT_TRANSLATE_NOOP("Notices", "Something went wrong"), Action.DISMISS),
    # plan files
    "plan-file.failed": (
        QT_TRANSLATE_NOOP("Notices", "The plan file cannot be used"),
        Action.OPEN_OTHER,
    ),
    "plan-file.missing": (
        QT_TRANSLATE_NOOP("Notices", "The plan file is not there"),
        Action.OPEN_OTHER,
    ),
    "plan-file.exists": (
        QT_TRANSLATE_NOOP("Notices", "A file of that name exists"),
        Action.CHOOSE_NAME,
    ),
    "plan-file.foreign": (QT_TRANSLATE_NOOP("Notices", "This is not a plan"), Action.OPEN_OTHER),
    "plan-file.too-new": (
        QT_TRANSLATE_NOOP("Notices", "This plan needs a newer irplan"),
        Action.OPEN_OTHER,
    ),
    "plan-file.damaged": (
        QT_TRANSLATE_NOOP("Notices", "The plan file is damaged"),
        Action.SHOW_BACKUPS,
    ),
    "plan-file.locked": (
        QT_TRANSLATE_NOOP("Notices", "The plan is open elsewhere"),
        Action.OPEN_READ_ONLY,
    ),
    "plan-file.read-only": (
        QT_TRANSLATE_NOOP("Notices", "The plan cannot be saved"),
        Action.RETRY,
    ),
    "plan-file.disk-full": (QT_TRANSLATE_NOOP("Notices", "The disk is full"), Action.RETRY),
    "plan-file.busy": (QT_TRANSLATE_NOOP("Notices", "The plan file is in use"), Action.RETRY),
    "plan-file.failing": (
        QT_TRANSLATE_NOOP("Notices", "The disk gave an error"),
        Action.RETRY,
    ),
    "plan-file.stale": (
        QT_TRANSLATE_NOOP("Notices", "The plan was changed elsewhere"),
        Action.REOPEN,
    ),
    "plan-file.no-folder": (
        QT_TRANSLATE_NOOP("Notices", "The folder is not there"),
        Action.CHOOSE_NAME,
    ),
    "plan-file.too-old": (
        QT_TRANSLATE_NOOP("Notices", "The plan has an older format"),
        Action.RETRY,
    ),
    "plan-file.unfinished": (
        QT_TRANSLATE_NOOP("Notices", "The last save was cut off"),
        Action.RETRY,
    ),
    "plan-file.companion": (
        QT_TRANSLATE_NOOP("Notices", "Another file is in the way"),
        Action.RETRY,
    ),
    "plan-file.replaced": (
        QT_TRANSLATE_NOOP("Notices", "The plan file was replaced"),
        Action.REOPEN,
    ),
    "plan-file.backup-failed": (
        QT_TRANSLATE_NOOP("Notices", "No backup could be kept"),
        Action.DISMISS,
    ),
    # writing files
    "files.write-failed": (
        QT_TRANSLATE_NOOP("Notices", "The file could not be written"),
        Action.CHOOSE_FOLDER,
    ),
    "files.disk-full": (QT_TRANSLATE_NOOP("Notices", "The disk is full"), Action.RETRY),
    "files.not-allowed": (
        QT_TRANSLATE_NOOP("Notices", "Writing is not allowed there"),
        Action.CHOOSE_FOLDER,
    ),
    "files.read-only": (
        QT_TRANSLATE_NOOP("Notices", "The disk is read-only"),
        Action.CHOOSE_FOLDER,
    ),
    "files.folder-missing": (
        QT_TRANSLATE_NOOP("Notices", "The folder is not there"),
        Action.CHOOSE_FOLDER,
    ),
    "files.damaged": (
        QT_TRANSLATE_NOOP("Notices", "The disk did not keep what was written"),
        Action.CHOOSE_FOLDER,
    ),
    "demo.folder-taken": (
        QT_TRANSLATE_NOOP("Notices", "The folder is not empty"),
        Action.CHOOSE_FOLDER,
    ),
    # library and answers
    "library.invalid": (
        QT_TRANSLATE_NOOP("Notices", "The templates are damaged"),
        Action.DISMISS,
    ),
    "library.unknown-language": (
        QT_TRANSLATE_NOOP("Notices", "The language is unknown"),
        Action.DISMISS,
    ),
    "library.unknown-sample": (
        QT_TRANSLATE_NOOP("Notices", "The sample organisation is unknown"),
        Action.DISMISS,
    ),
    "library.unknown-template": (
        QT_TRANSLATE_NOOP("Notices", "The template is not there"),
        Action.DISMISS,
    ),
    "library.unknown-framework": (
        QT_TRANSLATE_NOOP("Notices", "The framework is not there"),
        Action.DISMISS,
    ),
    "answers.unreadable": (
        QT_TRANSLATE_NOOP("Notices", "The answers cannot be read"),
        Action.OPEN_OTHER,
    ),
    "answers.invalid": (
        QT_TRANSLATE_NOOP("Notices", "Some answers do not fit"),
        Action.OPEN_OTHER,
    ),
    "answers.given-unfit": (
        QT_TRANSLATE_NOOP("Notices", "An answer does not fit"),
        Action.DISMISS,
    ),
    "score.invalid": (
        QT_TRANSLATE_NOOP("Notices", "The score cannot be worked out"),
        Action.DISMISS,
    ),
    # times
    "clocks.naive-time": (
        QT_TRANSLATE_NOOP("Notices", "The time zone is missing"),
        Action.DISMISS,
    ),
    "clocks.unreadable-time": (
        QT_TRANSLATE_NOOP("Notices", "The time cannot be read"),
        Action.DISMISS,
    ),
    "clocks.unknown-zone": (
        QT_TRANSLATE_NOOP("Notices", "The time zone is not known"),
        Action.DISMISS,
    ),
    "clocks.unreadable-day": (
        QT_TRANSLATE_NOOP("Notices", "The day cannot be read"),
        Action.DISMISS,
    ),
    "clocks.unreadable-hour": (
        QT_TRANSLATE_NOOP("Notices", "The time cannot be read"),
        Action.DISMISS,
    ),
    "clocks.skipped-hour": (
        QT_TRANSLATE_NOOP("Notices", "The clocks never showed that time"),
        Action.DISMISS,
    ),
    "clocks.repeated-hour": (
        QT_TRANSLATE_NOOP("Notices", "The clocks showed that time twice"),
        Action.DISMISS,
    ),
    # comparing
    "history.no-version": (
        QT_TRANSLATE_NOOP("Notices", "There is no version yet"),
        Action.DISMISS,
    ),
    "history.unknown-version": (
        QT_TRANSLATE_NOOP("Notices", "The plan has no such version"),
        Action.DISMISS,
    ),
    "history.unknown-revision": (
        QT_TRANSLATE_NOOP("Notices", "The plan has no such revision"),
        Action.DISMISS,
    ),
    "diff.one-too-many": (
        QT_TRANSLATE_NOOP("Notices", "Too much was named to compare"),
        Action.DISMISS,
    ),
    # audit trail
    "audit.no-head": (
        QT_TRANSLATE_NOOP("Notices", "The document tells nothing of the plan's history"),
        Action.DISMISS,
    ),
    # exports
    "export.plan-not-ready": (
        QT_TRANSLATE_NOOP("Notices", "The plan is not ready for a final export"),
        Action.SHOW_FINDINGS,
    ),
    "export.draft-not-signed": (
        QT_TRANSLATE_NOOP("Notices", "Drafts are never signed"),
        Action.DISMISS,
    ),
    "export.cancelled": (QT_TRANSLATE_NOOP("Notices", "Stopped"), Action.DISMISS),
    # signing
    "signing.failed": (
        QT_TRANSLATE_NOOP("Notices", "The files could not be signed"),
        Action.RETRY,
    ),
    "signing.passphrase-missing": (
        QT_TRANSLATE_NOOP("Notices", "The passphrase is missing"),
        Action.ENTER_PASSPHRASE,
    ),
    "signing.passphrase-too-short": (
        QT_TRANSLATE_NOOP("Notices", "The passphrase is too short"),
        Action.ENTER_PASSPHRASE,
    ),
    "signing.wrong-passphrase": (
        QT_TRANSLATE_NOOP("Notices", "The passphrase is wrong"),
        Action.ENTER_PASSPHRASE,
    ),
    "signing.identity-detail": (
        QT_TRANSLATE_NOOP("Notices", "A detail cannot go into a certificate"),
        Action.CREATE_IDENTITY,
    ),
    "signing.identity-exists": (
        QT_TRANSLATE_NOOP("Notices", "A file of that name exists"),
        Action.CHOOSE_NAME,
    ),
    "signing.identity-not-written": (
        QT_TRANSLATE_NOOP("Notices", "The identity could not be written"),
        Action.CHOOSE_FOLDER,
    ),
    "signing.identity-missing": (
        QT_TRANSLATE_NOOP("Notices", "The identity file is not there"),
        Action.CHOOSE_IDENTITY,
    ),
    "signing.identity-damaged": (
        QT_TRANSLATE_NOOP("Notices", "This is not a usable identity"),
        Action.CHOOSE_IDENTITY,
    ),
    "signing.certificate-expired": (
        QT_TRANSLATE_NOOP("Notices", "The certificate has expired"),
        Action.CREATE_IDENTITY,
    ),
    "signing.certificate-not-yet-valid": (
        QT_TRANSLATE_NOOP("Notices", "The certificate is not valid yet"),
        Action.CHOOSE_IDENTITY,
    ),
    "signing.no-signing-usage": (
        QT_TRANSLATE_NOOP("Notices", "The certificate is not for signing"),
        Action.CHOOSE_IDENTITY,
    ),
    "signing.unsupported-key": (
        QT_TRANSLATE_NOOP("Notices", "The key cannot be used"),
        Action.CREATE_IDENTITY,
    ),
    "signing.statement": (
        QT_TRANSLATE_NOOP("Notices", "The signature's statement cannot be printed"),
        Action.CREATE_IDENTITY,
    ),
    "signing.not-a-pdf": (QT_TRANSLATE_NOOP("Notices", "This is not a PDF"), Action.RETRY),
    "signing.encrypted-pdf": (
        QT_TRANSLATE_NOOP("Notices", "The PDF is encrypted"),
        Action.RETRY,
    ),
    "signing.field-missing": (
        QT_TRANSLATE_NOOP("Notices", "The signature field is missing"),
        Action.RETRY,
    ),
    "signing.field-signed": (
        QT_TRANSLATE_NOOP("Notices", "The field is signed already"),
        Action.RETRY,
    ),
    "signing.document-locked": (
        QT_TRANSLATE_NOOP("Notices", "No further signature is allowed"),
        Action.RETRY,
    ),
    "signing.certification-too-late": (
        QT_TRANSLATE_NOOP("Notices", "The PDF is signed already"),
        Action.RETRY,
    ),
    "signing.changed-since-signing": (
        QT_TRANSLATE_NOOP("Notices", "The file was changed after it was signed"),
        Action.RETRY,
    ),
    "signing.not-a-word-file": (
        QT_TRANSLATE_NOOP("Notices", "This is not a Word document"),
        Action.RETRY,
    ),
    "signing.too-many-signatures": (
        QT_TRANSLATE_NOOP("Notices", "The document has too many signatures"),
        Action.RETRY,
    ),
    # verifying
    "verifying.cannot-read-file": (
        QT_TRANSLATE_NOOP("Notices", "The file cannot be read"),
        Action.OPEN_OTHER,
    ),
    "verifying.file-too-large": (
        QT_TRANSLATE_NOOP("Notices", "The file is too large"),
        Action.OPEN_OTHER,
    ),
    "verifying.not-a-certificate": (
        QT_TRANSLATE_NOOP("Notices", "This is not a certificate"),
        Action.OPEN_OTHER,
    ),
    "verify.certificate-unreadable": (
        QT_TRANSLATE_NOOP("Notices", "The certificate cannot be read"),
        Action.OPEN_OTHER,
    ),
}
"""The headline and the action of each code of an expected failure."""
