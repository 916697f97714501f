import json
from datetime import UTC, datetime
from operator import attrgetter

import pytest

from app.domain.lifecycle.approving.declaring import (
    DECLARED,
    Declaration,
    NoDeclaration,
    declaration_from,
    declaration_text,
)
from app.domain.plan.acts import Deed

SAID = Declaration(
    "plan-1",
    "IRP-1",
    "2.0",
    Deed.APPROVED,
    "Carla Zoë",
    "Chief executive",
    "ab" * 32,
    datetime(2026, 11, 21, 9, 30, 5, tzinfo=UTC),
)


def changed(**fields: object) -> str:
    data = {**json.loads(declaration_text(SAID)), **fields}
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_it_says_who_does_what_with_which_content():
    assert SAID.sentence == (
        f"I, Carla Zoë, Chief executive, approve version 2.0 of IRP-1, whose content has the "
        f"SHA-256 {'ab' * 32}. I understand that this is the equivalent of my handwritten "
        "signature."
    )


@pytest.mark.parametrize("deed", sorted(DECLARED, key=attrgetter("value")))
def test_what_is_written_is_read_back(deed):
    said = Declaration("p", "D", "1.0", deed, "A", "", "0" * 64, SAID.at, "Because\nso")

    assert declaration_from(declaration_text(said)) == said
    assert said.sentence.startswith("I, A, ")
    assert said.sentence.endswith("Reason: Because\nso")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "format"),
        (changed(format="irplan-declaration/2"), "format"),
        (changed(by=None), "does not state by"),
        (changed(by=5, role=6), "does not state by, role"),
        (changed(meaning="submitted"), "meaning"),
        (changed(meaning="adored"), "meaning"),
        (changed(at="yesterday"), "time"),
        (changed(at="2026-11-21T09:30:05"), "time"),
        (changed(version="3.0"), "do not agree"),
        (changed(statement="I owe nobody anything."), "do not agree"),
        (changed(more="data"), "do not agree"),
        (f" {declaration_text(SAID)}", "do not agree"),
    ],
)
def test_anything_else_is_no_declaration(text, why):
    with pytest.raises(NoDeclaration, match=why):
        declaration_from(text)
