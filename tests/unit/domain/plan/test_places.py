import pytest

from app.domain.plan.kinds import Kind
from app.domain.plan.places import PRINTED, SECTION_OF
from app.domain.plan.sections import SECTION_KEYS

ABOUT_OTHERS = {
    Kind.SECTION,
    Kind.ANSWER,
    Kind.COMMENT,
    Kind.ACCEPTED,
    Kind.ATTESTATION,
    Kind.EXCLUSION,
}
"""Records that stand where what they are about stands."""


@pytest.mark.parametrize("kind", Kind)
def test_every_record_has_a_place(kind):
    assert (kind in SECTION_OF) != (kind in ABOUT_OTHERS)


def test_places_are_sections_in_the_order_of_the_plan():
    known = [key for key in SECTION_KEYS if key in PRINTED]

    assert list(PRINTED) == known
    assert set(SECTION_OF.values()) <= set(SECTION_KEYS)


def test_what_stands_twice_has_one_home():
    assert SECTION_OF[Kind.ROLE] == "roles"
    assert SECTION_OF[Kind.PARTY] == "contacts"
    assert SECTION_OF[Kind.MESSAGE] == "forms_templates"
