import pytest

from app.services.reminding.plain_text import lines, one_line, seen


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\x1c"])
def test_nothing_begins_another_line(end):
    assert one_line(f"a{end}b") == "a b"
    assert lines(f"a{end}b") == "a\nb"


def test_controls_and_halves_of_characters_go_and_all_else_stays():
    text = "Pr\u00fcfung \U0001f691 \u0645\u0631\u062d\u0628\u0627 e\u0301\u00a0x"

    assert seen(f"\x00{text}\x1b[2J\ud800") == f"{text}[2J"
