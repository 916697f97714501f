from io import BytesIO

from PIL import Image, ImageColor

from app.domain.document.drawing import Box, Drawing, Ink, Label
from app.export.figures.png import LARGEST_SIDE, png
from app.export.theme import INKS


def test_an_image_has_the_size_and_colours_of_the_drawing(drawing):
    image = Image.open(BytesIO(png(drawing, 144))).convert("RGB")

    assert image.size == (400, 200)
    assert image.getpixel((30, 40)) == (0xB3, 0x26, 0x1E)
    assert image.getpixel((390, 10)) == (255, 255, 255)


def test_an_image_keeps_every_ink_and_few_other_colours():
    boxes = tuple(
        Box(10 * at, 10, 9, 60, ink) for at, ink in enumerate(ink for ink in Ink if ink in INKS)
    )
    words = tuple(Label(5, 82 + 9 * at, "Words with round edges", 8) for at in range(3))

    image = Image.open(BytesIO(png(Drawing(200, 110, (*boxes, *words)), 300)))

    assert image.mode == "P"
    assert len(image.getcolors() or ()) <= 64
    shown = image.convert("RGB")
    for box in boxes:
        place = round((box.x + 4.5) * 300 / 72), round(40 * 300 / 72)
        assert shown.getpixel(place) == ImageColor.getrgb(INKS[box.fill])


def test_equal_drawings_give_equal_images(drawing):
    assert png(drawing, 72) == png(drawing, 72)


def test_no_image_grows_beyond_reason():
    image = Image.open(BytesIO(png(Drawing(100_000, 10, (Box(0, 0, 9, 9, Ink.INK),)), 300)))

    assert max(image.size) <= LARGEST_SIDE + 1
