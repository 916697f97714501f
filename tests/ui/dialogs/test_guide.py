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
