import pytest

from app.domain.judgement.findings import Weight
from tests.unit.domain.judgement.subjects import found, text


def codes_of(prose):
    codes = ("text.placeholder", "text.weak-duty", "text.withdrawn-standard")
    return [code for code in codes if found(code, text("scope", prose))]


@pytest.mark.parametrize(
    "prose",
    [
        "Call TODO.",
        "To be done: tbd",
        "FIXME later",
        "Call XXXX.",
        "Lorem ipsum dolor",
        "Call <name of the lead>.",
        "Call [your lawyer].",
        "[insert number here]",
        "## TBC",
        "- a\n- **TODO**",
        "|a|b|\n|-|-|\n|c|TODO|",
    ],
)
def test_a_placeholder_left_over_blocks(prose):
    assert codes_of(prose) == ["text.placeholder"]


def test_the_placeholder_is_quoted():
    [finding] = found("text.placeholder", text("scope", "Call <name>, then TODO."))

    assert finding.reason == "Scope still holds the placeholder '<name>'."
    assert finding.weight is Weight.BLOCKS


@pytest.mark.parametrize(
    "prose",
    [
        "The lead shall decide.",
        "Toddlers and the todos",
        "Fewer than 3 < 5 > 2",
        "Your name, insert and XX",
        "{{why}}",
        "The shoulder of the mighty, sketched",
        "NIST SP 800-61 Rev. 3, ISO/IEC 27001:2022 and CSF 2.0",
        "NIST SP 800-61 Rev. 21",
        "CSF 1.10",
    ],
)
def test_plain_words_are_fine(prose):
    assert codes_of(prose) == []


@pytest.mark.parametrize(
    "weak",
    [
        "Should",
        "may need to",
        "might",
        "as appropriate",
        "where possible",
        "if feasible",
        "as needed",
        "etc.",
    ],
)
def test_a_duty_nobody_can_be_held_to_is_hinted_at(weak):
    [finding] = found("text.weak-duty", text("scope", f"It: {weak} help."))

    assert finding.reason == f"Scope says '{weak}', which nobody can be held to."
    assert finding.weight is Weight.HINT


@pytest.mark.parametrize(
    ("prose", "reason"),
    [
        ("NIST SP 800-61r2", "NIST SP 800-61 Rev. 2 was withdrawn in April 2025"),
        ("SP 800-61 Rev. 2", "NIST SP 800-61 Rev. 2 was withdrawn in April 2025"),
        ("SP 800-61, Revision 2", "NIST SP 800-61 Rev. 2 was withdrawn in April 2025"),
        ("ISO/IEC 27001:2013", "ISO/IEC 27001:2013 was replaced by the 2022 edition"),
        ("NIST CSF v1.1", "CSF 1.1 was replaced by CSF 2.0"),
        ("csf version 1.0", "CSF 1.1 was replaced by CSF 2.0"),
    ],
)
def test_a_withdrawn_standard_is_told(prose, reason):
    [finding] = found("text.withdrawn-standard", text("scope", prose))

    assert finding.reason == f"Scope: {reason}."
    assert finding.weight is Weight.WARN


def test_each_withdrawn_standard_has_a_name_of_its_own():
    findings = found("text.withdrawn-standard", text("scope", "800-61r2, 27001:2013, CSF 1.1"))

    assert len({finding.key for finding in findings}) == 3


def test_a_section_that_does_not_apply_may_say_anything():
    prose = text("scope", "TODO: it should follow CSF 1.1", not_applicable="We have none.")

    for code in ("text.placeholder", "text.weak-duty", "text.withdrawn-standard"):
        assert not found(code, prose)
