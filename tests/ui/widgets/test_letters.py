"""The letters of what is drawn by hand."""

from PySide6.QtGui import QFont

from app.services.settings import Appearance
from ui.bridge.theme import apply_theme
from ui.widgets.letters import letters


def test_they_grow_with_the_scale_and_leave_the_font_of_the_widget_alone(themed):
    base = QFont("Anything")
    before = base.key()
    plain = letters(base, 20)
    apply_theme(themed, Appearance.LIGHT, 150)

    strong = letters(base, 20, strong=True)

    assert (plain.pixelSize(), strong.pixelSize()) == (20, 30)
    assert (plain.weight(), strong.weight()) == (QFont.Weight.Normal, QFont.Weight.DemiBold)
    assert (plain.family(), base.key()) == ("Anything", before)
