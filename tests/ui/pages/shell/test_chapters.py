"""F1 leads to where the guide speaks of the page."""

from pathlib import Path

from PySide6.QtCore import Qt

from ui.dialogs.guide import GuideDialog, GuideText
from ui.models.areas import AREAS
from ui.pages.shell.chapters import CHAPTERS

GUIDE = Path(__file__).parents[4] / "docs" / "user-guide.md"


def test_every_page_has_a_chapter_in_the_guide():
    lines = GUIDE.read_text("utf-8").splitlines()
    headings = {line.lstrip("# ").strip() for line in lines if line.startswith("#")}

    assert set(CHAPTERS) == set(AREAS)
    assert set(CHAPTERS.values()) <= headings


def test_f1_shows_the_chapter_of_the_page(qtbot, window, desk, sample_file, tmp_path):
    path = tmp_path / "sample.irplan"
    path.write_bytes(sample_file.read_bytes())
    assert desk.open(path)
    window.navigate("people")

    qtbot.keyClick(window, Qt.Key.Key_F1)

    dialog = window.doors.dialog("guide")
    assert isinstance(dialog, GuideDialog)
    text = dialog.findChild(GuideText)
    assert text is not None
    qtbot.waitUntil(lambda: text.textCursor().block().text().startswith("People & roles"))
    assert abs(text.cursorRect().top()) < text.height() // 3, "the chapter stands at the top"
    dialog.reject()
