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
