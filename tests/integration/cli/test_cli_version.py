import pytest

from app.cli.exits import USAGE
from tests.integration.cli.running import irplan

WAYS = (
    *("list", "submit", "recall", "review", "approve", "request-changes", "review-afterwards"),
    *("withdraw", "emergency", "request", "answer", "take", "export"),
)


@pytest.mark.parametrize("way", WAYS)
def test_each_way_tells_how_it_is_used(way):
    run = irplan("version", way, "--help")

    assert run.code == 0
    assert f"irplan version {way}" in run.out
    assert "example:" in run.out


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("approve",),
        ("approve", "plan.irplan"),
        ("request-changes", "plan.irplan", "--by", "Rita"),
        ("withdraw", "plan.irplan", "1.0", "--by", "Carl"),
        ("emergency", "plan.irplan", "--by", "Carl"),
        ("emergency", "plan.irplan", "--by", "C", "--reason", "R", "--review-by", "soon"),
        ("submit", "plan.irplan"),
        ("submit", "plan.irplan", "--summary", "S", "--rule", "some"),
        ("submit", "plan.irplan", "--summary", "S", "--minor", "--major"),
        ("request", "plan.irplan", "--to", "Carl"),
        ("export", "plan.irplan", "1.0"),
        ("erase", "plan.irplan"),
    ],
)
def test_other_words_are_wrong_usage(words):
    assert irplan("version", *words).code == USAGE
