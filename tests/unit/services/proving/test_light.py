from dataclasses import replace

import pytest

from app.services.proving.comparison import Match
from app.services.proving.light import Light, headline, light_of
from app.services.proving.verdicts import Verdict
from tests.unit.services.proving.test_proving_comparison import SAME

DIFFERENT = replace(SAME, match=Match.DIFFERENT)
OTHER = replace(SAME, match=Match.OTHER_PLAN)


@pytest.mark.parametrize(
    ("verdict", "comparison", "light"),
    [
        (Verdict.VALID, None, Light.GREEN),
        (Verdict.VALID, SAME, Light.GREEN),
        (Verdict.VALID, DIFFERENT, Light.AMBER),
        (Verdict.VALID, OTHER, Light.RED),
        (Verdict.VALID_UNTRUSTED, SAME, Light.AMBER),
        (Verdict.VALID_UNTRUSTED, OTHER, Light.RED),
        (Verdict.INCOMPLETE, None, Light.AMBER),
        (Verdict.UNSIGNED, SAME, Light.AMBER),
        (Verdict.INVALID, SAME, Light.RED),
        (Verdict.INVALID, DIFFERENT, Light.RED),
        (Verdict.UNREADABLE, None, Light.RED),
    ],
)
def test_the_worse_of_signatures_and_content_gives_the_light(verdict, comparison, light):
    assert light_of(verdict, comparison) is light


@pytest.mark.parametrize("verdict", list(Verdict))
def test_every_light_has_a_sentence(verdict):
    text = headline(verdict, ("Seal",))

    assert text.endswith(".")
    assert "{" not in text


def test_who_is_missing_is_named():
    assert "missing: Author and Approver." in headline(Verdict.INCOMPLETE, ("Author", "Approver"))


def test_the_plan_is_added_where_there_is_something_to_compare():
    assert headline(Verdict.VALID, (), SAME).endswith(" It is version 2.0.")
    assert "version 2.0" not in headline(Verdict.UNREADABLE, (), SAME)
