"""The files of a task: all of them are there, or none is."""

from pathlib import Path

from app.services.reminding.plain_text import seen
from app.services.reminding.timing import TimerFailed, TimerNotPossible


def place(contents: dict[Path, bytes]) -> None:
    """Write each file, its folder too.

    Raises:
        TimerFailed: one cannot be written; none of them is there then.
    """
    try:
        for path, data in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    except OSError as error:
        discard(tuple(contents))
        why = (error.strerror or "the disk failed").lower()
        raise TimerFailed(f"{error.filename} cannot be written: {why}.") from error


def discard(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Remove those of `paths` that are there; gives them back.

    Raises:
        TimerFailed: one cannot be removed.
    """
    there = tuple(path for path in paths if path.is_file())
    for path in there:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            why = (error.strerror or "the disk failed").lower()
            raise TimerFailed(f"{path} cannot be removed: {why}.") from error
    return there


def check_words(words: tuple[str, ...]) -> None:
    """See that every word can stand in a file of one line each.

    Raises:
        TimerNotPossible: one has a line break or another control in it.
    """
    for word in words:
        if seen(word) != word:
            raise TimerNotPossible(
                f"A task cannot be made for {word!a}: rename the file so that its path has "
                "no line breaks or other controls."
            )
