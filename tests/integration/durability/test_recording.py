"""Recordings: of a real process, and of calls spelled out here."""

import os
import sys
from pathlib import Path

import pytest

from tests.integration.durability.disk import (
    Event,
    Flushed,
    FolderFlushed,
    Named,
    Removed,
    Resized,
    Written,
)
from tests.integration.durability.recording import NotUnderstood, Recording, Said, record

FOLDER = Path("/plans")


def spelled(text: str) -> str:
    """A text as strace spells it with -xx."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in text.encode()) + '"'


def events(*lines: str) -> list[Event | Said]:
    """The events of calls, in which {text} stands for a spelled text."""
    return list(Recording(FOLDER).events(lines))


def opened(name: str, flags: str = "O_RDWR|O_CREAT", handle: int = 3) -> str:
    return f"openat(AT_FDCWD, {spelled(name)}, {flags}, 0600) = {handle}"


CODE = """
import os, sys
folder = sys.argv[1]
a = os.open(folder + "/a", os.O_RDWR | os.O_CREAT)
os.write(a, b"one")
os.write(a, b"two")
os.pwrite(a, b"X", 1)
os.fsync(a)
os.write(1, b"saved\\n")
os.ftruncate(a, 2)
os.close(a)
os.link(folder + "/a", folder + "/b")
os.rename(folder + "/b", folder + "/c")
os.unlink(folder + "/a")
again = os.open(folder + "/c", os.O_RDWR | os.O_TRUNC)
os.fdatasync(again)
os.fsync(os.open(folder, os.O_RDONLY))
open("/dev/null", "w").write("elsewhere")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere: strace is for Linux")
def test_a_real_process_is_recorded_in_order(tracer: str, tmp_path: Path) -> None:
    folder = tmp_path.resolve() / "plans"
    folder.mkdir()
    command = [sys.executable, "-c", CODE, os.fspath(folder)]

    assert record(tracer, folder, command, tmp_path / "calls") == [
        Named("a", 1),
        Written(1, 0, b"one"),
        Written(1, 3, b"two"),
        Written(1, 1, b"X"),
        Flushed(1),
        Said("saved"),
        Resized(1, 2),
        Named("b", 1),
        Named("c", 1, "b"),
        Removed("a"),
        Resized(1, 0),
        Flushed(1),
        FolderFlushed(),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere: strace is for Linux")
def test_a_process_that_fails_is_no_recording(tracer: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="no such luck"):
        record(
            tracer,
            tmp_path,
            [sys.executable, "-c", "raise SystemExit('no such luck')"],
            tmp_path / "calls",
        )


def test_a_name_used_again_is_another_file() -> None:
    found = events(
        opened("/plans/a"), "close(3) = 0", f"unlink({spelled('/plans/a')}) = 0", opened("/plans/a")
    )

    assert found == [Named("a", 1), Removed("a"), Named("a", 2)]


def test_a_write_that_came_through_in_part_counts_in_part() -> None:
    found = events(opened("/plans/a"), f"pwrite64(3, {spelled('abcd')}, 4, 8) = 2")

    assert found[1:] == [Written(1, 8, b"ab")]


def test_what_failed_or_happened_elsewhere_is_no_event() -> None:
    assert (
        events(
            opened("/elsewhere/a"),
            f"pwrite64(3, {spelled('x')}, 1, 0) = 1",
            "fsync(3) = 0",
            f"unlink({spelled('/plans/a')}) = -1 ENOENT (No such file or directory)",
            "mmap(NULL, 4096, PROT_READ, MAP_SHARED, 3, 0) = 0x7f00",
            "+++ exited with 0 +++",
        )
        == []
    )


def test_a_closed_file_is_no_longer_meant_by_its_number() -> None:
    found = events(opened("/plans/a"), "close(3) = 0", "fsync(3) = 0", opened("/x"), "fsync(3) = 0")

    assert found == [Named("a", 1)]


@pytest.mark.parametrize(
    "line",
    [
        "mmap(NULL, 8192, PROT_READ|PROT_WRITE, MAP_SHARED, 3, 0) = 140000",
        f"pwritev(3, [{{iov_base={spelled('x')}}}], 1, 0) = 1",
        "fallocate(3, 0, 0, 4096) = 0",
        "dup(3) = 4",
        f"truncate({spelled('/plans/a')}, 0) = 0",
        f"rename({spelled('/plans/a')}, {spelled('/elsewhere/a')}) = 0",
        f"link({spelled('/elsewhere/a')}, {spelled('/plans/b')}) = 0",
        f"unlink({spelled('/plans/unknown')}) = 0",
        opened("/plans/unknown", "O_RDWR"),
        opened("/plans/a", "O_WRONLY|O_APPEND"),
        "pwrite64(3, 0xbad, 4, 0) = 4",
        f"pwrite64(3, {spelled('cut')}..., 4, 0) = 4",
    ],
)
def test_a_call_with_no_meaning_here_ends_the_recording(line: str) -> None:
    with pytest.raises(NotUnderstood):
        events(opened("/plans/a"), line)


def test_a_path_from_an_open_folder_is_not_guessed_at() -> None:
    with pytest.raises(NotUnderstood):
        events(opened("/plans", "O_RDONLY"), f"unlinkat(3, {spelled('a')}, 0) = 0")
