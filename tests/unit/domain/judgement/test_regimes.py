from tests.unit.domain.judgement.deadlines.clocks import regime, step


def test_the_authority_is_everybody_to_be_told_once():
    law = regime(
        step("a", recipient="CISA"), step("b", recipient="CISA"), step("c", recipient="FBI")
    )

    assert law.authority == "CISA; FBI"
    assert regime().authority == ""


def test_a_step_is_found_by_its_id():
    first, second = step("a"), step("b")

    assert regime(first, second).step("b") is second
    assert regime(first, second).step("") is None


def test_an_outer_limit_is_found_by_the_step_it_caps():
    first, cap = step("a"), step("b", caps="a")

    assert regime(first, cap).cap_of(first) is cap
    assert regime(first, cap).cap_of(cap) is None
