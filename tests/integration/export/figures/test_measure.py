from app.export.figures.measure import ELLIPSIS, shortened, text_width, wrapped

WORDS = "Head of communications and public relations, Müllheim"


def test_strong_text_is_wider():
    assert text_width("incident", 10, strong=True) > text_width("incident", 10) > 30


def test_lines_fit_their_room_and_lose_nothing():
    lines = wrapped(WORDS, 90, 8, most=10)

    assert len(lines) > 1
    assert " ".join(lines) == WORDS
    assert all(text_width(line, 8) <= 90 for line in lines)


def test_too_many_lines_end_in_an_ellipsis_that_fits():
    lines = wrapped(WORDS, 60, 8, most=2)

    assert len(lines) == 2
    assert lines[1].endswith(ELLIPSIS)
    assert text_width(lines[1], 8) <= 60


def test_a_word_wider_than_its_room_is_cut():
    lines = wrapped("x" * 500, 50, 8, most=100)

    assert "".join(lines) == "x" * 500
    assert all(text_width(line, 8) <= 50 for line in lines)


def test_short_text_is_left_alone():
    assert shortened("CISO", 100, 8) == "CISO"
    assert wrapped("", 100, 8) == ()
