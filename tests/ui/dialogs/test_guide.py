"""The user guide."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument

from ui.dialogs import guide
from ui.dialogs.guide import GuideDialog

IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def folder(tmp_path):
    picture = QImage(2000, 100, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    picture.save(str(tmp_path / "wide.png"))
    (tmp_path / "user-guide.md").write_text("# Start\n\n![wide](wide.png)\n", "utf-8")
    (tmp_path / "auditor-guide.md").write_text("# For auditors\n", "utf-8")
    return tmp_path


@pytest.fixture
def text(qtbot, host, folder):
    return GuideDialog(folder / "user-guide.md", host).text


def test_a_picture_is_no_wider_than_the_window(text):
    picture = text.loadResource(IMAGE, QUrl("wide.png"))

    assert picture.width() == guide.WIDEST_PICTURE_PX


@pytest.mark.parametrize("address", ["../outside.png", "file:///etc/hostname", "https://a.b/c.png"])
def test_nothing_outside_the_folder_is_loaded(text, folder, address):
    (folder.parent / "outside.png").write_bytes(b"")

    assert text.loadResource(IMAGE, QUrl(address)).width() == 1


def test_a_guide_beside_it_opens_in_place_and_the_web_in_the_browser(text, monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr(guide, "open_page", opened.append)

    text.follow(QUrl("https://csrc.nist.gov/"))
    text.follow(QUrl("auditor-guide.md"))

    assert opened == ["https://csrc.nist.gov/"]
    assert text.toPlainText().strip() == "For auditors"


CHAPTERS = "# Guide\n\nText.\n\n## People & roles\n\n{0}\n## Programme\n\nEnd.\n"


@pytest.fixture
def long_guide(host, tmp_path):
    file = tmp_path / "user-guide.md"
    file.write_text(CHAPTERS.format("A line.\n\n" * 80), "utf-8")
    return file


def test_the_guide_opens_at_a_chapter(qtbot, host, long_guide):
    dialog = GuideDialog(long_guide, host, "Programme")
    dialog.show()

    qtbot.waitUntil(lambda: dialog.text.textCursor().block().text() == "Programme")
    assert dialog.text.verticalScrollBar().value() > 0


@pytest.mark.parametrize("chapter", ["", "No such chapter"])
def test_without_its_chapter_the_guide_opens_at_its_start(qtbot, host, long_guide, chapter):
    dialog = GuideDialog(long_guide, host, chapter)
    dialog.show()
    qtbot.wait(20)

    assert dialog.text.verticalScrollBar().value() == 0
    assert not dialog.text.show_chapter(chapter)
