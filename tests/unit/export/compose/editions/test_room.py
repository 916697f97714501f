import pytest

from app.domain.document.inline import plain
from app.domain.document.tree import Block, Heading, Paragraph
from app.export.compose.editions.room import ROOMS, SPARE, Room, Trimmer, fitted
from tests.builders import document, plan_with
from tests.labels import scribe
from tests.unit.export.compose.reading import lines


def trim(rows: int, characters: int, *, strict: bool = False) -> Trimmer:
    return Trimmer(scribe(plan_with()), Room(rows, characters, strict))


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        ("Short.", 20, "Short."),
        ("One two three four", 12, "One two…"),
        ("One two three four", 13, "One two three…"),
        ("Donaudampfschiff", 5, "Donau…"),
        ("A Donaudampfschiff", 8, "A Donaud…"),
        ("One,  two\nthree", 99, "One, two three"),
        ("One, two", 5, "One…"),
        ("", 5, ""),
    ],
)
def test_a_text_is_cut_after_a_word(text, most, cut):
    assert trim(9, most).text(text) == cut
    assert trim(9, 999).text(text, most) == cut


def test_a_cut_text_is_explained_and_only_then():
    one = trim(9, 5)

    one.text("Short")
    assert not one.remarks
    one.text("Longer than that")
    assert one.remarks == ("A text that ends in … is shortened here; the plan has all of it.",)


def test_what_is_important_has_room_except_in_a_strict_one():
    text = "One two three four"

    assert trim(1, 5).text(text, least=99) == text
    assert trim(1, 7, strict=True).text(text, least=99) == "One two…"
    assert trim(1, 5).first("abc", least=2) == (["a", "b"], 1)
    assert trim(1, 5, strict=True).first("abc", least=2) == (["a"], 2)


def test_as_many_items_as_there_is_room_for():
    assert trim(2, 9).first("abcd") == (["a", "b"], 2)
    assert trim(9, 9).first("abcd", 3) == (["a", "b", "c"], 1)
    assert trim(9, 9).first("") == ([], 0)


def test_a_list_says_how_many_follow():
    assert trim(2, 9).texts(["a", " ", "b", "c"]) == ["a", "b", "… and 1 more in the plan."]
    assert trim(9, 3).texts(["abcd"]) == ["abc…"]
    assert lines(trim(2, 9).remark(3)) == ["… and 3 more in the plan."]
    assert list(trim(2, 9).remark(0)) == []


def test_each_page_takes_the_most_that_fits():
    def page(number: int):
        def blocks(room: Room) -> list[Block]:
            start = Heading(2, f"{number}", "", new_page=number > 1)
            return [start, *(Paragraph(plain(f"{number}.{n}")) for n in range(room.rows))]

        return blocks

    def extent(made) -> float:
        counts = [sum(f"{n}." in text for text in lines(made.body)) for n in (1, 2)]
        return counts[0] / 10 if not counts[1] else 1 + counts[1] / 5

    made = fitted(lambda body: document(*body), [page(1), page(2)], extent)

    said = lines(made.body)
    assert sum(text.startswith("1.") for text in said) == 8
    assert sum(text.startswith("2.") for text in said) == 4


def test_what_never_fits_is_said_as_shortly_as_can_be():
    made = fitted(
        lambda body: document(*body),
        [lambda room: [Paragraph(plain(f"{room.rows}"))]],
        lambda _: 9.0,
    )

    assert lines(made.body) == [f"{ROOMS[-1].rows}"]
    assert ROOMS[-1].strict
    assert 0 < SPARE < 0.2
