import time

from hypothesis import given
from hypothesis import strategies as st

from app.export.pdf.lines import Run, broken, single, widest
from app.export.typefaces import Face, width
from app.export.uncollected import uncollected

WORDS = st.lists(st.text("abcde/-", min_size=1, max_size=40), max_size=30)


def run(text, face=Face.REGULAR):
    return Run(text, face, 10, "#000000")


def texts(lines):
    return ["".join(placed.text for placed in line.runs) for line in lines]


@given(WORDS, st.floats(12, 300))
def test_lines_fit_and_lose_no_letter(words, room):
    lines = broken([run(" ".join(words))], room)

    assert "".join("".join(texts(lines)).split()) == "".join(words)
    assert all(line.width <= room + 1e-6 for line in lines)


def test_words_go_to_the_next_line_whole():
    assert texts(broken([run("one two three")], width("one two ", Face.REGULAR, 10))) == [
        "one two",
        "three",
    ]


def test_a_word_of_two_looks_is_not_parted():
    room = width("some text wo", Face.REGULAR, 10)

    lines = broken([run("some text wo"), run("rd", Face.BOLD)], room)

    assert texts(lines) == ["some text", "word"]


def test_forced_lines_may_be_empty():
    assert texts(broken([run("a\n\nb")], 100)) == ["a", "", "b"]


def test_an_address_is_cut_after_a_slash():
    address = "https://example.org/a/very/long/path/that/goes/on"

    lines = texts(broken([run(address)], 100))

    assert len(lines) > 2
    assert all(line[-1] in "/." for line in lines[:-1])


def test_runs_keep_their_places():
    line = single([run("ab"), run("cd", Face.BOLD)])

    first, second = line.runs
    assert second.x == first.width == width("ab", Face.REGULAR, 10)
    assert line.width == first.width + second.width


def test_the_widest_word_spans_looks():
    assert widest([run("a lo"), run("ng b")]) == width("lo", Face.REGULAR, 10) + width(
        "ng", Face.REGULAR, 10
    )


def test_breaking_a_megabyte_takes_time_in_proportion():
    def spent(count):
        with uncollected():  # as documents are rendered; else all that other tests left is counted
            start = time.process_time()
            broken([run("word " * count)], 450)
            return time.process_time() - start

    spent(100)
    assert spent(80_000) < 40 * max(spent(8_000), 0.005)
