from app.domain.interview.conditions import Answered, Equals
from app.domain.interview.template import Part, Proposal
from tests.builders import question, section, template


def test_questions_are_found_by_id_in_section_order():
    roles = section("roles", questions=(question("roles.lead"), question("roles.size")))
    scope = section("scope", questions=(question("scope.sites"),))

    small = template(roles, scope)

    assert list(small.questions) == ["roles.lead", "roles.size", "scope.sites"]
    assert small.questions["scope.sites"] is scope.questions[0]


def test_sections_are_found_by_key():
    small = template(section("roles"), section("scope"))

    assert list(small.by_key) == ["roles", "scope"]
    assert small.by_key["scope"] is small.sections[1]


def test_a_bare_section_applies_and_asks_nothing():
    bare = section("scope")

    assert (bare.applies, bare.questions, bare.prose, bare.guidance.good) == (None, (), (), ())


def test_the_part_of_a_section_is_found_by_its_key():
    front = Part("front", "Front", ("purpose", "scope"))
    later = Part("later", "Later", ("roles",))

    parted = template(section("scope"), parts=(front, later))

    assert parted.part_of == {"purpose": front, "scope": front, "roles": later}


def test_the_first_proposal_that_holds_comes_before_the_default():
    asked = question("roles.lead", default="The owner")
    proposals = (
        Proposal("roles.lead", "The captain", Equals("profile.sector", "shipping")),
        Proposal("roles.size", "Ten"),
        Proposal("roles.lead", "The mate", Answered("profile.sector")),
    )
    small = template(section("roles", questions=(asked,)), proposals=proposals)

    assert small.proposed("roles.lead", {"profile.sector": "shipping"}) == "The captain"
    assert small.proposed("roles.lead", {"profile.sector": "health"}) == "The mate"
    assert small.proposed("roles.lead", {}) == "The owner"
    assert small.proposed("roles.size", {}) == "Ten"


def test_nothing_is_offered_to_a_question_nobody_asks():
    assert template(section("roles")).proposed("roles.lead", {}) is None


def test_a_plan_of_few_pages_is_short():
    assert template(section("scope"), pages=(8, 12)).short
    assert not template(section("scope"), pages=(15, 25)).short
