"""What is done with an exported file in the background: looked into, signed, stamped, written."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.bootstrap import Workshop
from app.services.countersigning import PreparedFile, Wish
from app.services.exporting import ExportedFile, ExportResult
from app.services.proving.slots import Slot
from app.services.rendering import FileFormat
from app.services.signing import SignedData, Stamping
from ui.bridge.jobs import Tell, Work


@dataclass(frozen=True, slots=True)
class Known:
    """What a file has prepared for its signers, and who of them has signed."""

    prepared: PreparedFile
    slots: tuple[Slot, ...]


def looking(workshop: Workshop, file: Path) -> Work:
    """A job that finds out what `file` has prepared."""

    def work(tell: Tell) -> Known:
        tell(0.0, "")
        prepared = workshop.countersigning().look(workshop.exported_file(file))
        tell(0.5, "")
        return Known(prepared, workshop.verify(file).roles)

    return work


def signing(workshop: Workshop, file: Path, wish: Wish, out: Path) -> Work:
    """A job that signs `file` and writes the result to `out`."""

    def change(data: bytes) -> SignedData:
        return workshop.countersigning().sign(data, wish).signed

    return _changing(workshop, file, change, out)


def stamping(workshop: Workshop, file: Path, authority: str, out: Path) -> Work:
    """A job that adds a time stamp to `file` and writes the result to `out`."""

    def change(data: bytes) -> SignedData:
        return workshop.stamped(data, Stamping(authority))

    return _changing(workshop, file, change, out)


def _changing(
    workshop: Workshop, file: Path, change: Callable[[bytes], SignedData], out: Path
) -> Work:
    def work(tell: Tell) -> ExportResult:
        tell(0.0, "")
        made = change(workshop.exported_file(file))
        tell(0.8, "")  # somebody who closed the window by now wants no file
        workshop.write(out, made.data)
        return _result(made, out)

    return work


def _result(made: SignedData, out: Path) -> ExportResult:
    digest = hashlib.sha256(made.data).hexdigest()
    kind = FileFormat.DOCX if out.suffix.lower() == ".docx" else FileFormat.PDF
    file = ExportedFile(out, kind, len(made.data), digest, made.level)
    return ExportResult((file,), digest, remarks=made.remarks)
