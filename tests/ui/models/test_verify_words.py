import pytest

from app.services.proving.comparison import Comparison, Differing, Match, Trail
from app.services.proving.light import Light
from app.services.proving.slots import Slot
from ui.models.verify_words import (
    comparison_look,
    comparison_rows,
    light_look,
    moment,
    slot_look,
    stamp_text,
)
from ui.pages.verify.facts import BREAK, breakable
from ui.widgets.chips import Tone


@pytest.mark.parametrize("light", list(Light))
def test_every_light_has_an_icon_and_a_word(light):
    look = light_look(light)

    assert look.picture
    assert look.word
    assert len({light_look(one).tone for one in Light}) == len(Light)


@pytest.mark.parametrize(
    ("slot", "tone"),
    [
        (Slot("Seal", "Ada", holds=True), Tone.SUCCESS),
        (Slot("Seal", "Ada"), Tone.DANGER),
        (Slot("Seal"), Tone.WARNING),
        (Slot("Seal", required=False), Tone.NEUTRAL),
    ],
)
def test_a_field_is_shown_as_it_stands(slot, tone):
    assert slot_look(slot).tone is tone


@pytest.mark.parametrize(
    ("match", "fits", "tone"),
    [
        (Match.SAME, True, Tone.SUCCESS),
        (Match.SAME, False, Tone.DANGER),
        (Match.OTHER_PLAN, True, Tone.DANGER),
        (Match.DIFFERENT, True, Tone.WARNING),
        (Match.UNKNOWN, True, Tone.NEUTRAL),
    ],
)
def test_a_comparison_is_shown_as_it_ended(match, fits, tone):
    compared = Comparison(
        "p.irplan", match, "So it is.", trail=Trail(fits, "rewritten", "The trail.")
    )

    assert comparison_look(compared).tone is tone


def test_records_that_differ_say_what_and_how():
    record = Differing("Person", "Ada", "Changed", ("Telephone was changed.",))
    compared = Comparison("p.irplan", Match.DIFFERENT, "", records=(record,))

    assert comparison_rows(compared) == [("Person Ada", "Changed Telephone was changed.")]


def test_nothing_is_made_up_about_a_time():
    assert moment(None) == "not stated"
    assert "nobody" in stamp_text(None)


def test_long_words_can_be_broken_and_read_the_same():
    digest, pairs = "ab" * 32, ":".join(["AB"] * 32)

    for word in (digest, pairs):
        broken = breakable(f"so {word} on")
        assert BREAK in broken
        assert broken.replace(BREAK, "") == f"so {word} on"
    assert breakable("short words stay") == "short words stay"
