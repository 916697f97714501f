"""The pictures of a signed line show who signed what when, inside their edges."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from app.signing.word_line_picture import HEIGHT, WIDTH, line_pictures
from tests.integration.signing.samples import FONT, SIGNED, made_identity, statement

FALLBACK = FONT.with_name("DejaVuSans.ttf")
RED = (0xB3, 0x26, 0x1E)


@pytest.fixture(scope="module")
def ada():
    return made_identity().facts


def drawn(png):
    return Image.open(BytesIO(png)).convert("RGB")


def made(facts, *, name="Ada Lovelace", role="Approver", fonts=(FONT,), **said):
    return line_pictures(statement(**said), replace(facts, name=name), role, fonts)


def ink(png):
    """The box that anything is drawn in."""
    picture = drawn(png)
    return ImageChops.invert(picture).getbbox(), picture.size


def test_both_pictures_have_the_shape_of_the_line(ada):
    pictures = made(ada)

    for png in (pictures.valid, pictures.invalid):
        width, height = drawn(png).size
        assert width / height == pytest.approx(WIDTH / HEIGHT, rel=0.01)


def test_only_the_broken_one_is_crossed_out_in_red(ada):
    pictures = made(ada)

    colours = [
        dict(map(reversed, drawn(png).getcolors(1 << 20)))
        for png in (pictures.valid, pictures.invalid)
    ]
    assert RED not in colours[0]
    assert colours[1][RED] > 500


def test_the_same_signature_is_drawn_the_same(ada):
    assert made(ada) == made(ada)


@pytest.mark.parametrize(
    "other",
    [
        {"name": "Grace Hopper"},
        {"role": "Seal"},
        {"meaning": "Reviewed"},
        {"reason": "another plan"},
    ],
)
def test_whatever_is_declared_shows(ada, other):
    assert made(ada, **other).valid != made(ada).valid


def test_the_time_shows(ada):
    later = replace(statement(), signed_at=SIGNED.replace(second=8))

    assert line_pictures(later, ada, "Approver", [FONT]).valid != made(ada, name=ada.name).valid


@pytest.mark.parametrize(
    "text",
    [
        "x" * 1000,
        "W" * 60,
        "Ελένη Παπαδοπούλου-Αναγνωστοπούλου, Анна Иванова",
        "漢字🔥שלום",
        "",
        " ",
    ],
)
def test_any_name_stays_inside_the_picture(ada, text):
    pictures = made(ada, name=text, role=text, reason=text)

    for png in (pictures.valid, pictures.invalid):
        box, size = ink(png)
        assert box is not None
        assert box[0] > 0
        assert box[2] < size[0]


def test_a_longer_name_is_written_smaller_before_it_is_cut(ada):
    def height(name):
        rows = drawn(made(ada, name=name).valid).crop((0, 36, 590, 103))
        box = ImageChops.invert(rows).getbbox()
        assert box is not None
        return box[3] - box[1]

    assert height("H" * 30) < height("H" * 10)
    assert made(ada, name="H" * 80) == made(ada, name="H" * 200)


def test_what_the_font_lacks_comes_from_the_other(ada):
    arrow = "→ ☑ ⚠"

    assert made(ada, name=arrow, fonts=(FONT,)) != made(ada, name=arrow, fonts=(FONT, FALLBACK))


def test_what_no_font_has_is_a_question_mark_and_never_an_empty_box(ada):
    assert made(ada, name="漢") == made(ada, name="?")
