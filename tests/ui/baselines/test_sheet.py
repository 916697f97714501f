"""All pictures on one."""

from pathlib import Path

from PySide6.QtGui import QColor, QImage

from tests.ui.baselines.sheet import COLUMNS, HEIGHT, WIDTH, write_sheet


def test_every_picture_has_its_place_and_a_second_sheet_holds_no_first(tmp_path: Path):
    for at in range(COLUMNS + 1):
        picture = QImage(96, 64, QImage.Format.Format_RGB32)
        picture.fill(QColor.fromHsv(at * 40, 255, 255))
        assert picture.save(str(tmp_path / f"page-{at}.png"))

    write_sheet(tmp_path)
    sheet = QImage(str(write_sheet(tmp_path)))

    assert (sheet.width(), sheet.height()) == (COLUMNS * WIDTH, 2 * HEIGHT)
    for at in range(COLUMNS + 1):
        row, column = divmod(at, COLUMNS)
        dot = sheet.pixelColor(column * WIDTH + WIDTH // 2, row * HEIGHT + HEIGHT // 2)
        assert abs(dot.hsvHue() - at * 40) <= 1


def test_a_folder_without_pictures_makes_an_empty_sheet(tmp_path: Path):
    assert not QImage(str(write_sheet(tmp_path))).isNull()
