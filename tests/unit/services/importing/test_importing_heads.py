import pytest

from app.domain.plan.kinds import Kind
from app.services.importing.heads import (
    LIKELY,
    SURE,
    is_known_head,
    known_heads,
    meaning_of,
    plain_head,
)


@pytest.mark.parametrize(
    ("head", "plain"),
    [
        ("E-Mail-Adresse", "e mail adresse"),
        ("MobilePhone", "mobile phone"),
        ("Téléphone  (fixe)", "telephone fixe"),
        ("Größe", "grosse"),
        ("work_phone", "work phone"),
        ("\u202e!", ""),
    ],
)
def test_case_accents_and_marks_do_not_matter(head, plain):
    assert plain_head(head) == plain


@pytest.mark.parametrize(
    ("head", "key"),
    [
        ("Full Name", "name"),
        ("Vorname", "first_name"),
        ("Apellidos", "last_name"),
        ("Téléphone portable", "mobile"),
        ("Móvil", "mobile"),
        ("E-Mail 1 - Value", "email"),
        ("Business Phone", "phone"),
        ("Zeitzone", "time_zone"),
        ("Verifié le", "verified_on"),
        ("Out-of-band", "out_of_band"),
        ("verified_by", "verified_by"),
    ],
)
def test_heads_of_four_languages_are_known(head, key):
    assert meaning_of(head, Kind.PERSON) == (key, SURE)


def test_a_known_word_inside_a_head_is_likely_and_the_longest_counts():
    assert meaning_of("Our mobile phone numbers", Kind.PERSON) == ("mobile", LIKELY)


@pytest.mark.parametrize(
    "head", ["Phone 1 - Label", "Fax", "E-mail type", "Shoe size", "", "im so"]
)
def test_other_heads_mean_nothing(head):
    assert meaning_of(head, Kind.PERSON) == ("", 0)


def test_a_head_may_mean_another_field_of_another_kind():
    assert meaning_of("Who", Kind.TRAINING)[0] == "audience"
    assert meaning_of("Who", Kind.DISTRIBUTION)[0] == "recipient"


def test_known_heads_are_counted():
    assert known_heads(("Name", "Ada", "Telefon")) == 2
    assert not is_known_head("")
