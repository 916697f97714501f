from io import BytesIO

from PIL import Image

from app.domain.document.drawing import Box, Drawing, Ink
from app.export.figures.png import LARGEST_SIDE, png


def test_an_image_has_the_size_and_colours_of_the_drawing(drawing):
    image = Image.open(BytesIO(png(drawing, 144))).convert("RGB")

    assert image.size == (400, 200)
    assert image.getpixel((30, 40)) == (0xB3, 0x26, 0x1E)
    assert image.getpixel((390, 10)) == (255, 255, 255)


def test_equal_drawings_give_equal_images(drawing):
    assert png(drawing, 72) == png(drawing, 72)


def test_no_image_grows_beyond_reason():
    image = Image.open(BytesIO(png(Drawing(100_000, 10, (Box(0, 0, 9, 9, Ink.INK),)), 300)))

    assert max(image.size) <= LARGEST_SIDE + 1
