import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.judgement.duty_names import duty_names, is_named
from app.domain.plan.obligations import Obligation
from tests.builders import rid

CHARS = st.text("ab-_ §Ü9.", max_size=12)


def names(key="duty", name="", recipient="", regime=""):
    return duty_names(Obligation(rid(key), name, recipient, regime=regime))


def test_a_duty_goes_by_its_name_recipient_and_regime():
    assert names("d", " A notice ", "The bank", "rule-9") == {"A notice", "The bank", "rule-9"}


def test_it_goes_by_an_acronym_of_the_law_only():
    assert "GDPR" in names(name="EU GDPR breach", regime="gdpr-33")
    assert "GDPR" in names("gdpr", "EU GDPR breach")
    assert "NHS" not in names("contract", "Contract with the NHS")


def test_a_long_recipient_is_no_name():
    assert names(name="A", recipient="x" * 60) == {"A", "x" * 60}
    assert names(name="A", recipient="x" * 61) == {"A"}


def test_a_duty_without_any_goes_by_none():
    assert names(name=" ") == frozenset()
    assert not is_named(frozenset(), "Tell the bank.")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Tell the CERT.", True),
        ("CERT", True),
        ("The CERTs are told, then the CERT.", True),
        ("Tell the CERTs.", False),
        ("Tell the CERT-EU.", False),
        ("Tell US-CERT.", False),
        ("Tell the cert.", False),
        ("", False),
    ],
)
def test_a_name_stands_by_itself(sentence, expected):
    assert is_named(frozenset({"bank", "CERT"}), sentence) is expected


@given(CHARS.filter(bool), CHARS)
def test_a_name_stands_where_no_word_goes_on(name, sentence):
    alone = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", sentence)

    assert is_named(frozenset({name}), sentence) is (alone is not None)
