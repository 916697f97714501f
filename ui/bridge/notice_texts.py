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
    OPEN_COPY = "open-copy"
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
    Action.OPEN_COPY: QT_TRANSLATE_NOOP("Notices", "Open the newest good copy"),
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
    "heads.unusable": (
        QT_TRANSLATE_NOOP("Notices", "The end of the history could not be noted"),
        Action.DISMISS,
    ),
    # tables that are imported
    "import.unreadable": (
        QT_TRANSLATE_NOOP("Notices", "The table cannot be read"),
        Action.RETRY,
    ),
    "import.too-large": (
        QT_TRANSLATE_NOOP("Notices", "The table is too large"),
        Action.DISMISS,
    ),
    "import.too-many-rows": (
        QT_TRANSLATE_NOOP("Notices", "The table has too many rows"),
        Action.DISMISS,
    ),
    "import.too-many-columns": (
        QT_TRANSLATE_NOOP("Notices", "The table has too many columns"),
        Action.DISMISS,
    ),
    "import.cell-too-long": (
        QT_TRANSLATE_NOOP("Notices", "A cell is too long"),
        Action.DISMISS,
    ),
    "import.spreadsheet": (
        QT_TRANSLATE_NOOP("Notices", "Save the spreadsheet as CSV first"),
        Action.DISMISS,
    ),
    "import.not-a-table": (
        QT_TRANSLATE_NOOP("Notices", "This is no table"),
        Action.DISMISS,
    ),
    "import.empty": (
        QT_TRANSLATE_NOOP("Notices", "There is nothing to import"),
        Action.DISMISS,
    ),
    "import.unknown-column": (
        QT_TRANSLATE_NOOP("Notices", "There is no such column"),
        Action.DISMISS,
    ),
    "import.columns-unfit": (
        QT_TRANSLATE_NOOP("Notices", "The columns do not fit"),
        Action.DISMISS,
    ),
    # evidence packs
    "evidence.not-this-version": (
        QT_TRANSLATE_NOOP("Notices", "A document is not of this version"),
        Action.DISMISS,
    ),
    "evidence.name-unfit": (
        QT_TRANSLATE_NOOP("Notices", "The name does not fit an evidence pack"),
        Action.CHOOSE_NAME,
    ),
    "evidence.unreadable": (
        QT_TRANSLATE_NOOP("Notices", "The evidence pack cannot be read"),
        Action.RETRY,
    ),
    "evidence.not-a-pack": (
        QT_TRANSLATE_NOOP("Notices", "This is no evidence pack"),
        Action.RETRY,
    ),
    "evidence.damaged": (
        QT_TRANSLATE_NOOP("Notices", "The evidence pack is damaged"),
        Action.DISMISS,
    ),
    "evidence.too-large": (
        QT_TRANSLATE_NOOP("Notices", "The evidence pack is too large"),
        Action.DISMISS,
    ),
    "evidence.unsafe": (
        QT_TRANSLATE_NOOP("Notices", "The evidence pack is unsafe"),
        Action.DISMISS,
    ),
    # versions
    "approval.not-allowed": (
        QT_TRANSLATE_NOOP("Notices", "This is not allowed now"),
        Action.DISMISS,
    ),
    "approval.key-of-another": (
        QT_TRANSLATE_NOOP("Notices", "This certificate is somebody else's"),
        Action.CHOOSE_IDENTITY,
    ),
    "handover.unreadable": (
        QT_TRANSLATE_NOOP("Notices", "The file cannot be read"),
        Action.DISMISS,
    ),
    "handover.invalid": (
        QT_TRANSLATE_NOOP("Notices", "The file does not hold together"),
        Action.DISMISS,
    ),
    "handover.too-new": (
        QT_TRANSLATE_NOOP("Notices", "The file was made by a newer version"),
        Action.DISMISS,
    ),
    "handover.not-in-review": (
        QT_TRANSLATE_NOOP("Notices", "No version is in review"),
        Action.DISMISS,
    ),
    "handover.not-asked": (
        QT_TRANSLATE_NOOP("Notices", "This person was not asked"),
        Action.DISMISS,
    ),
    "handover.no-answer": (
        QT_TRANSLATE_NOOP("Notices", "This does not answer what was asked"),
        Action.DISMISS,
    ),
    "handover.answer-unsigned": (
        QT_TRANSLATE_NOOP("Notices", "An answer is signed"),
        Action.CHOOSE_IDENTITY,
    ),
    "handover.refused": (
        QT_TRANSLATE_NOOP("Notices", "The answer cannot be taken"),
        Action.DISMISS,
    ),
    "handover.declaration": (
        QT_TRANSLATE_NOOP("Notices", "The answer declares nothing"),
        Action.DISMISS,
    ),
    "handover.other-plan": (
        QT_TRANSLATE_NOOP("Notices", "The answer is about another plan"),
        Action.OPEN_OTHER,
    ),
    "handover.taken-already": (
        QT_TRANSLATE_NOOP("Notices", "The answer was taken already"),
        Action.DISMISS,
    ),
    "handover.no-longer-asked": (
        QT_TRANSLATE_NOOP("Notices", "The answer is about another version"),
        Action.DISMISS,
    ),
    "handover.signature": (
        QT_TRANSLATE_NOOP("Notices", "The signature does not hold"),
        Action.DISMISS,
    ),
    "handover.other-certificate": (
        QT_TRANSLATE_NOOP("Notices", "The certificate is another one"),
        Action.DISMISS,
    ),
    "handover.time": (
        QT_TRANSLATE_NOOP("Notices", "The time of the answer cannot be right"),
        Action.DISMISS,
    ),
    "handover.fingerprint": (
        QT_TRANSLATE_NOOP("Notices", "The certificate has to be confirmed"),
        Action.DISMISS,
    ),
    "version.not-issued": (
        QT_TRANSLATE_NOOP("Notices", "This version was never issued"),
        Action.DISMISS,
    ),
    "version.kept-already": (
        QT_TRANSLATE_NOOP("Notices", "The files of this version are kept already"),
        Action.DISMISS,
    ),
    "version.kept-file-lost": (
        QT_TRANSLATE_NOOP("Notices", "A kept file is missing"),
        Action.SHOW_BACKUPS,
    ),
    "approval.other-statement": (
        QT_TRANSLATE_NOOP("Notices", "Something else was signed"),
        Action.DISMISS,
    ),
    "approval.findings-block": (
        QT_TRANSLATE_NOOP("Notices", "Findings block the approval"),
        Action.SHOW_FINDINGS,
    ),
    # plan files
    "plan-file.failed": (
        QT_TRANSLATE_NOOP("Notices", "The plan file cannot be used"),
        Action.OPEN_OTHER,
    ),
    "plan-file.against-law": (
        QT_TRANSLATE_NOOP("Notices", "The plan file does not take this"),
        Action.REOPEN,
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
        Action.OPEN_COPY,
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
    "plan-file.copies-unreadable": (
        QT_TRANSLATE_NOOP("Notices", "The backups cannot be read"),
        Action.DISMISS,
    ),
    "plan-file.copy-unusable": (
        QT_TRANSLATE_NOOP("Notices", "The backup cannot be used"),
        Action.DISMISS,
    ),
    "plan-file.no-good-copy": (
        QT_TRANSLATE_NOOP("Notices", "No backup can be used"),
        Action.SHOW_BACKUPS,
    ),
    "backups.unknown": (
        QT_TRANSLATE_NOOP("Notices", "There is no such backup"),
        Action.DISMISS,
    ),
    "restoring.other-plan": (
        QT_TRANSLATE_NOOP("Notices", "That belongs to another plan"),
        Action.DISMISS,
    ),
    # files attached to the plan
    "attachment.unreadable": (
        QT_TRANSLATE_NOOP("Notices", "The file cannot be attached"),
        Action.DISMISS,
    ),
    "attachment.lost": (
        QT_TRANSLATE_NOOP("Notices", "The attached file is gone"),
        Action.DISMISS,
    ),
    "attachment.attached-elsewhere": (
        QT_TRANSLATE_NOOP("Notices", "The file is attached already"),
        Action.DISMISS,
    ),
    "exercise.unknown": (
        QT_TRANSLATE_NOOP("Notices", "There is no such exercise"),
        Action.DISMISS,
    ),
    "exercise.unknown-part": (
        QT_TRANSLATE_NOOP("Notices", "There is no such part of the plan"),
        Action.DISMISS,
    ),
    "exercise.not-held": (
        QT_TRANSLATE_NOOP("Notices", "The exercise was not held yet"),
        Action.DISMISS,
    ),
    "reach.bad-rate": (
        QT_TRANSLATE_NOOP("Notices", "The answer rate is not a share"),
        Action.DISMISS,
    ),
    "reach.bad-runs": (
        QT_TRANSLATE_NOOP("Notices", "There cannot be so many runs"),
        Action.DISMISS,
    ),
    "reach.too-many-calls": (
        QT_TRANSLATE_NOOP("Notices", "The simulation would take too long"),
        Action.DISMISS,
    ),
    "reach.unreadable-moment": (
        QT_TRANSLATE_NOOP("Notices", "The moment cannot be read"),
        Action.DISMISS,
    ),
    "reach.unknown-record": (
        QT_TRANSLATE_NOOP("Notices", "The plan has nothing of that name"),
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
    "history.draft-is-exported": (
        QT_TRANSLATE_NOOP("Notices", "The draft cannot be compared with itself"),
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
    # reminders
    "reminders.channel-absent": (
        QT_TRANSLATE_NOOP("Notices", "That is not possible on this computer"),
        Action.DISMISS,
    ),
    "reminders.notice-failed": (
        QT_TRANSLATE_NOOP("Notices", "The notice could not be shown"),
        Action.DISMISS,
    ),
    "reminders.mail-not-set-up": (
        QT_TRANSLATE_NOOP("Notices", "Mail is not set up"),
        Action.DISMISS,
    ),
    "reminders.mail-failed": (
        QT_TRANSLATE_NOOP("Notices", "The letter was not sent"),
        Action.RETRY,
    ),
    "reminders.mail-refused": (
        QT_TRANSLATE_NOOP("Notices", "The mail server refused the letter"),
        Action.DISMISS,
    ),
    "reminders.mail-unreachable": (
        QT_TRANSLATE_NOOP("Notices", "The mail server cannot be reached"),
        Action.RETRY,
    ),
    "reminders.mail-not-protected": (
        QT_TRANSLATE_NOOP("Notices", "The connection would not be safe"),
        Action.DISMISS,
    ),
    "reminders.mail-password": (
        QT_TRANSLATE_NOOP("Notices", "The mail password is missing or wrong"),
        Action.DISMISS,
    ),
    "reminders.no-keyring": (
        QT_TRANSLATE_NOOP("Notices", "The password cannot be kept safely"),
        Action.DISMISS,
    ),
    "reminders.timer-failed": (
        QT_TRANSLATE_NOOP("Notices", "The daily task was not set up"),
        Action.DISMISS,
    ),
    "reminders.timer-not-possible": (
        QT_TRANSLATE_NOOP("Notices", "The daily task is not possible"),
        Action.DISMISS,
    ),
    "reminders.ledger-busy": (
        QT_TRANSLATE_NOOP("Notices", "Reminders are being sent already"),
        Action.DISMISS,
    ),
    "reminders.ledger-failed": (
        QT_TRANSLATE_NOOP("Notices", "The record of sent reminders cannot be used"),
        Action.DISMISS,
    ),
    # exports
    "export.plan-not-ready": (
        QT_TRANSLATE_NOOP("Notices", "The plan is not ready for a final export"),
        Action.SHOW_FINDINGS,
    ),
    "export.not-approved": (
        QT_TRANSLATE_NOOP("Notices", "This is not what was approved"),
        Action.EXPORT_DRAFT,
    ),
    "export.draft-not-signed": (
        QT_TRANSLATE_NOOP("Notices", "Drafts are never signed"),
        Action.DISMISS,
    ),
    "export.cancelled": (QT_TRANSLATE_NOOP("Notices", "Stopped"), Action.DISMISS),
    "donor.not-word": (
        QT_TRANSLATE_NOOP("Notices", "This is no letterhead"),
        Action.DISMISS,
    ),
    "donor.unreadable": (
        QT_TRANSLATE_NOOP("Notices", "The letterhead cannot be read"),
        Action.RETRY,
    ),
    "donor.encrypted": (
        QT_TRANSLATE_NOOP("Notices", "The letterhead is locked"),
        Action.DISMISS,
    ),
    "donor.damaged": (
        QT_TRANSLATE_NOOP("Notices", "The letterhead is damaged"),
        Action.DISMISS,
    ),
    "donor.too-large": (
        QT_TRANSLATE_NOOP("Notices", "The letterhead is too large"),
        Action.DISMISS,
    ),
    "donor.active": (
        QT_TRANSLATE_NOOP("Notices", "The letterhead carries macros"),
        Action.DISMISS,
    ),
    # signing
    "cli.file-stands": (
        QT_TRANSLATE_NOOP("Notices", "A file of that name exists"),
        Action.CHOOSE_NAME,
    ),
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
    "signing.key-missing": (
        QT_TRANSLATE_NOOP("Notices", "The file has no single private key"),
        Action.CHOOSE_IDENTITY,
    ),
    "signing.certificate-missing": (
        QT_TRANSLATE_NOOP("Notices", "The certificate is missing"),
        Action.CHOOSE_IDENTITY,
    ),
    "signing.key-mismatch": (
        QT_TRANSLATE_NOOP("Notices", "Key and certificate do not belong together"),
        Action.CHOOSE_IDENTITY,
    ),
    "signing.certificate-revoked": (
        QT_TRANSLATE_NOOP("Notices", "The certificate was revoked"),
        Action.CHOOSE_IDENTITY,
    ),
    "signing.revocation": (
        QT_TRANSLATE_NOOP("Notices", "The revocation list cannot be read"),
        Action.RETRY,
    ),
    "signing.time-stamp": (
        QT_TRANSLATE_NOOP("Notices", "There is no time stamp"),
        Action.RETRY,
    ),
    "signing.nothing-to-stamp": (
        QT_TRANSLATE_NOOP("Notices", "There is nothing to stamp"),
        Action.DISMISS,
    ),
    "signing.no-field-left": (
        QT_TRANSLATE_NOOP("Notices", "Everybody has signed"),
        Action.DISMISS,
    ),
    "signing.not-in-word": (
        QT_TRANSLATE_NOOP("Notices", "This role signs the PDF"),
        Action.DISMISS,
    ),
    "signing.file-kind": (
        QT_TRANSLATE_NOOP("Notices", "This file cannot be signed here"),
        Action.RETRY,
    ),
    "signing.token-library": (
        QT_TRANSLATE_NOOP("Notices", "The token's library cannot be used"),
        Action.CHOOSE_IDENTITY,
    ),
    "signing.token-missing": (
        QT_TRANSLATE_NOOP("Notices", "The token is not there"),
        Action.RETRY,
    ),
    "signing.token-unclear": (
        QT_TRANSLATE_NOOP("Notices", "It is not clear what to sign with"),
        Action.CHOOSE_IDENTITY,
    ),
    "signing.token-key-missing": (
        QT_TRANSLATE_NOOP("Notices", "The key is not on the token"),
        Action.CHOOSE_IDENTITY,
    ),
    "signing.wrong-pin": (
        QT_TRANSLATE_NOOP("Notices", "The PIN is wrong"),
        Action.ENTER_PASSPHRASE,
    ),
    "signing.pin-locked": (
        QT_TRANSLATE_NOOP("Notices", "The PIN is locked"),
        Action.CHOOSE_IDENTITY,
    ),
    "signing.token-refused": (
        QT_TRANSLATE_NOOP("Notices", "The token refused"),
        Action.RETRY,
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
    # review sessions
    "review.unknown-session": (
        QT_TRANSLATE_NOOP("Notices", "There is no such review session"),
        Action.DISMISS,
    ),
    "review.closed": (
        QT_TRANSLATE_NOOP("Notices", "The review session is closed"),
        Action.DISMISS,
    ),
    "review.rests": (
        QT_TRANSLATE_NOOP("Notices", "Another review session is not closed"),
        Action.DISMISS,
    ),
    "review.items-open": (
        QT_TRANSLATE_NOOP("Notices", "Not every item is decided"),
        Action.DISMISS,
    ),
    "review.nobody-present": (
        QT_TRANSLATE_NOOP("Notices", "Nobody is marked as present"),
        Action.DISMISS,
    ),
    "review.incomplete": (
        QT_TRANSLATE_NOOP("Notices", "The record of the review is not complete"),
        Action.DISMISS,
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
    "tree.circle": (
        QT_TRANSLATE_NOOP("Notices", "These calls would wait for each other"),
        Action.DISMISS,
    ),
    "tree.text-refused": (
        QT_TRANSLATE_NOOP("Notices", "This cannot be taken into the tree"),
        Action.DISMISS,
    ),
    "verify.role-unknown": (
        QT_TRANSLATE_NOOP("Notices", "Nobody signs under this name"),
        Action.DISMISS,
    ),
}
"""The headline and the action of each code of an expected failure."""
