import getpass
import io
from pathlib import Path

import pytest
from typing_extensions import override

from app.cli.passphrase import PassphraseMissing, passphrase


class Terminal(io.StringIO):
    @override
    def isatty(self) -> bool:
        return True


@pytest.fixture
def typing(monkeypatch):
    """Somebody at a terminal who types these passphrases, then ends the input."""

    def sitting(*typed):
        waiting = list(typed)

        def ask(prompt):
            if not waiting:
                raise EOFError
            return waiting.pop(0)

        monkeypatch.setattr("sys.stdin", Terminal())
        monkeypatch.setattr(getpass, "getpass", ask)

    return sitting


@pytest.mark.parametrize(
    ("content", "secret"),
    [
        (b"open sesame\n", "open sesame"),
        (b" spaces count \r\nsecond line\n", " spaces count "),
        (b"\xef\xbb\xbfby a Windows editor\r\n", "by a Windows editor"),
        ("Zoë 🚑".encode(), "Zoë 🚑"),
    ],
)
def test_the_first_line_of_the_file_is_the_passphrase(tmp_path, content, secret):
    path = tmp_path / "secret.txt"
    path.write_bytes(content)

    assert passphrase(path) == secret


@pytest.mark.parametrize("content", [b"", b"\n", b"\nsecond line", b"\xff\xfe"])
def test_a_file_without_a_passphrase_is_refused(tmp_path, content):
    path = tmp_path / "secret.txt"
    path.write_bytes(content)

    with pytest.raises(PassphraseMissing, match=r"secret\.txt"):
        passphrase(path)


def test_a_first_line_without_an_end_is_refused(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_bytes(b"x" * 10_000_000)

    with pytest.raises(PassphraseMissing, match="too long"):
        passphrase(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_that_never_ends_is_refused():
    with pytest.raises(PassphraseMissing, match="too long"):
        passphrase(Path("/dev/zero"))


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(PassphraseMissing, match="cannot be read"):
        passphrase(tmp_path / "none.txt")


def test_without_a_file_and_a_person_there_is_none(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("secret\n"))

    with pytest.raises(PassphraseMissing, match="--passphrase-file"):
        passphrase(None)


def test_a_person_is_asked_once_to_open_and_twice_to_make(typing):
    typing("one", "one")
    assert passphrase(None) == "one"

    typing("one", "one")
    assert passphrase(None, confirm=True) == "one"


def test_a_mistyped_passphrase_is_refused(typing):
    typing("one", "two")

    with pytest.raises(PassphraseMissing, match="differ"):
        passphrase(None, confirm=True)


def test_a_person_who_types_nothing_is_told(typing):
    typing()

    with pytest.raises(PassphraseMissing, match="No passphrase was typed"):
        passphrase(None)
