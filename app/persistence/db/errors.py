"""Why a plan file cannot be opened or saved, one sentence each."""

from pathlib import Path
from typing import ClassVar

from app.domain.errors import IrplanError


class PlanFileProblem(IrplanError):
    """A plan file that cannot be used as asked."""

    code: ClassVar[str] = "plan-file.failed"
    sentence: ClassVar[str] = "{file} cannot be used."

    def __init__(self, path: Path, **params: str) -> None:
        values = {"file": path.name, **params}
        super().__init__(self.sentence.format(**values), path=str(path), **params)


class PlanFileMissing(PlanFileProblem):
    """There is no such file."""

    code = "plan-file.missing"
    sentence = "There is no file {file} in {folder}; choose another, or make a new plan."


class PlanFolderMissing(PlanFileProblem):
    """There is no such folder for a new plan."""

    code = "plan-file.no-folder"
    sentence = "There is no folder {folder} for {file}; make it first, or choose another."


class PlanFileExists(PlanFileProblem):
    """A new plan would overwrite a file."""

    code = "plan-file.exists"
    sentence = "{file} exists already; choose another name, nothing was overwritten."


class NotAPlanFile(PlanFileProblem):
    """Not SQLite, or an SQLite file of another program."""

    code = "plan-file.foreign"
    sentence = "{file} is not an incident response plan; choose a file made by irplan."


class PlanFileTooNew(PlanFileProblem):
    """Written by a newer release."""

    code = "plan-file.too-new"
    sentence = (
        "{file} was written by a newer irplan (format {found}, this one knows {known}); "
        "update irplan to open it."
    )


class PlanFileTooOld(PlanFileProblem):
    """Written by an older release, and to be read only."""

    code = "plan-file.too-old"
    sentence = (
        "{file} was written by an older irplan; open it for writing once, so that it is upgraded."
    )


class PlanFileDamaged(PlanFileProblem):
    """The file's content contradicts itself."""

    code = "plan-file.damaged"
    sentence = "{file} is damaged ({what}); open a backup from {backups}."


class PlanFileUnfinished(PlanFileProblem):
    """A save was cut off, and taking it back needs leave to write."""

    code = "plan-file.unfinished"
    sentence = (
        "{file} was left in the middle of a save; open it for writing once, "
        "so that the half of a save can be taken back."
    )


class PlanFileAccompanied(PlanFileProblem):
    """A file lies beside the plan that would change what SQLite reads of it."""

    code = "plan-file.companion"
    sentence = "{companion} lies beside {file} and is not of irplan; move it away, then try again."


class PlanFileReplaced(PlanFileProblem):
    """What lies at the path is no longer the file that was opened."""

    code = "plan-file.replaced"
    sentence = (
        "{file} was moved, deleted or replaced while it was open; "
        "put it back, or reopen what is there now."
    )


class PlanFileLocked(PlanFileProblem):
    """Somebody else has the file open."""

    code = "plan-file.locked"
    sentence = "{file} is open in another irplan: {holder}. Close it there first."


class PlanFileReadOnly(PlanFileProblem):
    """The file or its folder does not allow writing."""

    code = "plan-file.read-only"
    sentence = "{file} cannot be written; allow writing to it and its folder, or save a copy."


class DiskFull(PlanFileProblem):
    """No room left."""

    code = "plan-file.disk-full"
    sentence = "There is no room left on the disk for {file}; free some and try again."


class PlanFileBusy(PlanFileProblem):
    """Another program holds SQLite's own lock."""

    code = "plan-file.busy"
    sentence = "{file} is in use by another program; close it there and try again."


class PlanFileFailing(PlanFileProblem):
    """The disk or share returned an error."""

    code = "plan-file.failing"
    sentence = "{file} could not be read or written ({what}); check the disk or network share."


class StalePlan(PlanFileProblem):
    """Somebody else saved the same record in between."""

    code = "plan-file.stale"
    sentence = "{record} in {file} was changed elsewhere since it was read; reopen the plan."


class BackupFailed(PlanFileProblem):
    """A copy could not be made; the plan itself is as it was."""

    code = "plan-file.backup-failed"
    sentence = (
        "No backup of {file} could be kept in {folder} ({what}); the plan itself is saved. "
        "Make room there, or allow writing to it."
    )


class CopiesUnreadable(PlanFileProblem):
    """The folder of the copies is there, but cannot be looked into."""

    code = "plan-file.copies-unreadable"
    sentence = "The backups of {file} in {folder} cannot be read ({what}); allow reading them."


class CopyUnusable(PlanFileProblem):
    """A copy that is damaged, or is no plan."""

    code = "plan-file.copy-unusable"
    sentence = "The backup of {file} made {made} cannot be used ({what}); choose another."


class NoGoodCopy(PlanFileProblem):
    """Not one copy holds."""

    code = "plan-file.no-good-copy"
    sentence = (
        "There is no good backup of {file} in {folder}; fetch the file from wherever else copies "
        "of it are kept."
    )


class ActAgainstLaw(PlanFileProblem):
    """The triggers of the file refuse what was to be written."""

    code = "plan-file.against-law"
    sentence = "{file} does not take this: {what}. Nothing was written; look at the plan again."
