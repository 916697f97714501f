"""Icons on their own."""

from app.services.settings import Appearance
from ui.bridge.theme import apply_theme
from ui.widgets.picture import Picture


def test_a_picture_follows_the_theme_while_it_is_shown(themed, host):
    picture = Picture(host, "circle-alert", "danger")
    light = picture.grab().toImage()

    apply_theme(themed, Appearance.DARK, 100)

    assert picture.grab().toImage() != light
