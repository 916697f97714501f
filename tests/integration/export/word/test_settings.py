"""Settings ask nothing of the reader."""

from app.export.word.settings import font_table, settings
from tests.integration.export.word.reading import find, value


def test_word_opens_the_file_without_compatibility_mode_or_questions():
    made = settings("de-DE")

    mode = "w:compat/w:compatSetting[@w:name='compatibilityMode']"
    assert value(made, mode) == "15"
    assert not find(made, "w:updateFields | w:attachedTemplate")
    assert value(made, "w:themeFontLang") == "de-DE"


def test_readers_without_our_fonts_know_what_to_take():
    made = font_table()

    assert value(made, "w:font", "w:name") == "Inter"
    assert value(made, "w:font/w:altName") == "Arial"
