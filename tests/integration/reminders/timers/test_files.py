import pytest

from app.reminders.timers.files import check_words, discard, place
from app.services.reminding.timing import TimerFailed, TimerNotPossible


def test_files_are_written_with_their_folders(tmp_path):
    one, two = tmp_path / "a" / "one", tmp_path / "b" / "two"

    place({one: b"1", two: b"2"})

    assert (one.read_bytes(), two.read_bytes()) == (b"1", b"2")
    assert discard((one, two, tmp_path / "three")) == (one, two)
    assert not one.exists()


def test_all_are_written_or_none(tmp_path):
    (tmp_path / "taken").write_text("a file where a folder should be")
    one, two = tmp_path / "one", tmp_path / "taken" / "two"

    with pytest.raises(TimerFailed, match="cannot be written"):
        place({one: b"1", two: b"2"})

    assert not one.exists()


def test_what_cannot_be_removed_is_told(tmp_path, monkeypatch):
    file = tmp_path / "one"
    file.write_bytes(b"1")

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(file), "unlink", refuse)

    with pytest.raises(TimerFailed, match="cannot be removed: permission denied"):
        discard((file,))


@pytest.mark.parametrize("word", ["a\nb", "a\x00", "\ud800", "a\rb"])
def test_words_with_controls_are_refused(word):
    with pytest.raises(TimerNotPossible) as caught:
        check_words(("fine", word))

    assert word not in str(caught.value)


def test_words_in_any_language_are_not():
    check_words(("a b", "\u00a0", "Pr\u00fcfung \U0001f691", "$%\"'"))
