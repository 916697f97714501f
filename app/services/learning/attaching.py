"""Files that belong to an exercise or an incident: recorded by their hash, and checked by it."""

from dataclasses import dataclass, field
from typing import ClassVar, Final

from app.domain.errors import IrplanError
from app.domain.plan.acts import KeptFile
from app.domain.plan.ids import RecordId
from app.domain.plan.naming import name_of
from app.domain.plan.plan import Plan
from app.domain.plan.practice import part_of
from app.domain.plan.texts import cleaned
from app.services.opening import OpenPlan
from app.services.storing import NO_FILES

MOST_INSIDE: Final = 20 * 1024 * 1024
"""Bytes; of a larger file only the hash is recorded."""

LONGEST_NAME: Final = 255
"""Characters of a file's name that are recorded."""


@dataclass(frozen=True, slots=True)
class MeasuredFile:
    """A file that was read: its name, its size in bytes, its SHA-256 in lower-case hexadecimal.

    `data` are its bytes where they were asked for and are no more than `MOST_INSIDE`.
    """

    name: str
    size: int
    sha256: str
    data: bytes | None = field(default=None, repr=False)


class AttachedElsewhere(IrplanError):
    """The plan has recorded the very file for something else."""

    code: ClassVar[str] = "attachment.attached-elsewhere"

    def __init__(self, known: KeptFile, owner: str) -> None:
        super().__init__(
            f"This very file is attached already, as {known.name} to {owner}; "
            "name it there, or attach another file.",
            file=known.name,
            owner=owner,
        )


class AttachmentLost(IrplanError):
    """The plan says that it keeps a file, but its bytes are not there."""

    code: ClassVar[str] = "attachment.lost"

    def __init__(self, kept: KeptFile) -> None:
        super().__init__(
            f"The plan file does not hold {kept.name} any more; look for it in a backup of the "
            "plan.",
            file=kept.name,
        )


def attach(opened: OpenPlan, measured: MeasuredFile, about: str, by: str) -> KeptFile:
    """Records the file about `kind/id`, with its bytes where they are known, for good.

    All that was edited before is saved first. A file that is attached there already is not
    recorded again.

    Raises:
        AttachedElsewhere: it is recorded about something else.
        IrplanError: it could not be saved.
    """
    known = opened.plan.files.get(RecordId(measured.sha256))
    if known is not None and known.about == about:
        return known
    if known is not None:
        raise AttachedElsewhere(known, owner_of(opened.plan, known))
    data = measured.data
    kept = KeptFile(
        RecordId(measured.sha256),
        (cleaned(measured.name).strip() or measured.sha256)[:LONGEST_NAME],
        measured.size,
        about,
        by.strip(),
        opened.clock.now(),
        inside=data is not None,
    )
    files = NO_FILES if data is None else {measured.sha256: data}
    opened.enact((kept,), f"Attached {kept.name}", files)
    return kept


def bytes_of(opened: OpenPlan, kept: KeptFile) -> bytes:
    """The very bytes of a file that is kept inside.

    Raises:
        AttachmentLost: they are not there.
        IrplanError: they cannot be read, or were altered.
    """
    data = opened.store.kept(kept.id)
    if data is None:
        raise AttachmentLost(kept)
    return data


def attached(plan: Plan, about: str) -> tuple[KeptFile, ...]:
    """The files recorded about `kind/id`, in the order they were attached."""
    return tuple(kept for kept in plan.files.values() if kept.about == about)


def matching(plan: Plan, measured: MeasuredFile) -> KeptFile | None:
    """The record of this very file; None when the plan has none of its hash and size."""
    kept = plan.files.get(RecordId(measured.sha256))
    return kept if kept is not None and kept.size == measured.size else None


def owner_of(plan: Plan, kept: KeptFile) -> str:
    """The name of what a file is recorded about; its id when that is gone."""
    named = part_of(kept.about)
    record = None if named is None else plan.find(*named)
    return kept.about if record is None else name_of(record)
