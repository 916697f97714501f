from pikepdf import String

from app.export.pdf.string_limit import MOST_BYTES, within_limit


def test_what_a_string_can_hold_stays():
    for text in ("", "Plan", "\u03a9" * 16_000, "\U0001f525" * 8_000):
        assert within_limit(text) == text


def test_the_rest_is_cut_and_said_to_be():
    for letter in ("x", "\u03a9", "\U0001f525", "\U0001f525x"):
        cut = within_limit(letter * 40_000)

        assert len(bytes(String(cut))) <= MOST_BYTES
        assert len(cut) > 8_000
        assert cut.endswith((f"{letter[0]}\u2026", f"{letter[-1]}\u2026"))


def test_no_character_is_cut_in_half():
    for padding in ("", "x"):
        cut = within_limit(padding + "\U0001f525" * 20_000)

        assert set(cut[len(padding) : -1]) == {"\U0001f525"}
