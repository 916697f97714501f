import json

import pytest

from app.cli.exits import FAILED, FINE
from tests.integration.cli.running import irplan

MID = (
    "functional=minimal-critical",
    "activity=presence",
    "location=business-network",
    "actor=criminal",
    "information=privacy",
    "recoverability=supplemented",
    "sector=banking-finance",
    "potential=low",
)


def test_a_score_is_told_with_its_band_and_what_to_doubt():
    run = irplan("score", "--nciss", *MID)

    assert (run.code, run.err) == (FINE, "")
    first, second, *others = run.out.splitlines()
    assert first == "NCISS score 35.4 of 100"
    assert second.startswith("Band Low, if the remembered limits hold")
    assert "    Observed activity: Presence, 80 x 5 = 400" in others
    assert "The limits of the bands are from memory" in run.out
    assert "It estimates the risk to the nation and is a second score" in run.out


def test_the_report_tells_programs_the_same():
    run = irplan("score", "--json", "--nciss", *MID)

    report = json.loads(run.out)
    assert (report["format"], report["score"]) == ("irplan-score/1", "nciss")
    assert round(report["points"], 1) == 35.4
    assert report["band"] == {"name": "Low", "least": 35, "confidence": "memory"}
    assert sum(each["weighted"] for each in report["contributions"]) == 1415


@pytest.mark.parametrize("words", [(), ("--nciss",)])
def test_without_values_it_lists_what_can_be_given(words):
    run = irplan("score", *words)

    assert (run.code, run.err) == (FINE, "")
    assert "actor=VALUE   Actor characterisation, weight 4" in run.out
    assert "    apt-targeted" in run.out
    factors = json.loads(irplan("score", *words, "--json").out)["factors"]
    assert [(factor["id"], len(factor["values"])) for factor in factors][:2] == [
        ("functional", 8),
        ("activity", 5),
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("actor",), "score.unreadable-value: The value 'actor' cannot be read; write it as"),
        (("actor=",), "score.unreadable-value: The value 'actor=' cannot be read"),
        (("=criminal",), "score.unreadable-value: The value '=criminal' cannot be read"),
        (("",), "score.unreadable-value: The value '' cannot be read"),
        (
            (*MID, "actor=unknown"),
            "score.unreadable-value: The factor 'actor' is given twice; give it once.",
        ),
        (MID[1:], "score.invalid: The score also needs a value for functional."),
        (
            (*MID[:-1], "potential=huge"),
            "score.invalid: The factor potential has no value 'huge'; it has minimal, low,",
        ),
        ((*MID, "colour=red"), "score.invalid: There is no factor 'colour'"),
        (("\u202eactor=\U0001f692",), "score.invalid: There is no factor"),
        (("actor=" + "x" * 10_000,), "score.invalid: The score also needs"),
    ],
)
def test_what_cannot_be_scored_is_refused_in_one_sentence(words, said):
    run = irplan("score", "--nciss", *words)

    assert (run.code, run.out) == (FAILED, "")
    assert run.err.startswith(f"irplan: {said}")
    assert run.err.count("\n") == 1


def test_the_help_has_an_example_that_works():
    run = irplan("score", "--help")

    example = run.out.split("example:\n")[1].replace("\\\n", " ").split()
    assert example[:2] == ["irplan", "score"]
    assert irplan(*example[1:]).code == FINE
