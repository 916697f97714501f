"""A letterhead read from where it lies."""

from dataclasses import dataclass, field
from pathlib import Path

from app.export.word.donor.archive import LARGEST_FILE_MB
from app.export.word.donor.reading import read
from app.export.word.donor.refusals import LetterheadTooLarge, LetterheadUnreadable


@dataclass(frozen=True, slots=True)
class OpenedLetterhead:
    """The bytes of a usable letterhead, and a sentence for each thing it cannot lend."""

    data: bytes = field(repr=False)
    remarks: tuple[str, ...]


def opened(path: Path) -> OpenedLetterhead:
    """Read and judge a .docx or .dotx, so that nobody waits for an export that must fail.

    Raises:
        IrplanError: it cannot be read, or cannot be used.
    """
    try:
        if not path.is_file():
            raise LetterheadUnreadable(
                f"{path} is no file that can be read: choose the letterhead again."
            )
        if path.stat().st_size > LARGEST_FILE_MB * 1_000_000:
            raise LetterheadTooLarge(LARGEST_FILE_MB)
        data = path.read_bytes()
    except OSError as error:
        message = f"{path} cannot be read: close it elsewhere, or choose another letterhead."
        raise LetterheadUnreadable(message) from error
    return OpenedLetterhead(data, read(data).remarks)
