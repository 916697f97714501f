from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.judgement.requirements import (
    CheckKind,
    Confidence,
    Framework,
    FrameworkStatus,
    Requirement,
    canonical_id,
)


def requirement(name, **changes):
    values = {
        "id": name,
        "title": "Title",
        "text": "Text.",
        "sections": ("purpose",),
        "check": CheckKind.MUST_COVER,
        "hint": "Hint",
        "source": "Source",
        "confidence": Confidence.HIGH,
    }
    return Requirement(**(values | changes))


def framework(*requirements):
    return Framework(
        id="f",
        name="F",
        publisher="P",
        edition="1",
        published="2026",
        status=FrameworkStatus.CURRENT,
        kind="controls",
        licence="free",
        read_on=date(2026, 11, 21),
        requirements=requirements,
    )


@pytest.mark.parametrize(
    ("spelling", "canonical"),
    [
        ("IR-08", "IR-8"),
        ("ir-8", "IR-8"),
        (" IR-8 ", "IR-8"),
        ("IR-8 (1)", "IR-8(1)"),
        ("IR-08(01)", "IR-8(1)"),
        ("ir-8.1", "IR-8(1)"),
        ("ir-8_smt.a.1", "IR-8a.1"),
        ("IR-08a.01", "IR-8a.1"),
        ("IR-1a.1.(a)", "IR-1a.1(a)"),
        ("ir-1_smt.a.1.a", "IR-1a.1(a)"),
        ("SA-15(10)", "SA-15(10)"),
        ("gv.oc-1", "GV.OC-01"),
        ("GV.OC-001", "GV.OC-01"),
        ("rs.ma", "RS.MA"),
        ("gv", "GV"),
        ("A5.24", "A.5.24"),
        ("Annex A 5.24", "A.5.24"),
        ("A.18.1.1", "A.18.1.1"),
        ("A1.3", "A1.3"),
        ("A1.2.2", "A1.2.2"),
        ("5.24", "5.24"),
        ("2.3-policy-1", "2.3-policy-1"),
        ("Annexes", "Annexes"),
        ("§164.308(a)(6)", "§164.308(a)(6)"),
    ],
)
def test_known_spellings_become_one(spelling, canonical):
    assert canonical_id(spelling) == canonical


_NUMBER = st.integers(1, 40)
_PAD = st.sampled_from(["", "0"])
_BLANK = st.sampled_from(["", " "])
_CASE = st.sampled_from([str.upper, str.lower])


@given(family=st.sampled_from(["IR", "AU", "SA"]), number=_NUMBER, pad=_PAD, case=_CASE)
def test_every_spelling_of_a_control_is_one(family, number, pad, case):
    assert canonical_id(case(f"{family}-{pad}{number}")) == f"{family}-{number}"


@given(number=_NUMBER, enhancement=_NUMBER, pad=_PAD, blank=_BLANK, case=_CASE)
def test_every_spelling_of_an_enhancement_is_one(number, enhancement, pad, blank, case):
    published = case(f"IR-{pad}{number}{blank}({pad}{enhancement})")
    oscal = f"ir-{number}.{enhancement}"

    assert canonical_id(published) == canonical_id(oscal) == f"IR-{number}({enhancement})"


@given(
    number=_NUMBER,
    letter=st.sampled_from("abcde"),
    item=_NUMBER,
    pad=_PAD,
    dot=st.sampled_from(["", ".", "_smt."]),
)
def test_every_spelling_of_a_part_is_one(number, letter, item, pad, dot):
    spelled = f"IR-{pad}{number}{dot}{letter}.{pad}{item}"

    assert canonical_id(spelled) == f"IR-{number}{letter}.{item}"


@given(category=st.sampled_from(["GV.OC", "RS.MA", "RC.CO"]), number=_NUMBER, pad=_PAD, case=_CASE)
def test_every_spelling_of_an_outcome_is_one(category, number, pad, case):
    assert canonical_id(case(f"{category}-{pad}{number}")) == f"{category}-{number:02}"


@given(st.text(max_size=30))
def test_the_one_spelling_stays_as_it_is(text):
    once = canonical_id(text)

    assert canonical_id(once) == once


@given(
    first=st.tuples(_NUMBER, st.none() | _NUMBER), second=st.tuples(_NUMBER, st.none() | _NUMBER)
)
def test_different_controls_stay_different(first, second):
    def spell(control):
        number, enhancement = control
        return f"IR-{number}" + (f"({enhancement})" if enhancement else "")

    same = canonical_id(spell(first)) == canonical_id(spell(second))

    assert same == (first == second)


def test_a_requirement_is_found_however_it_is_written():
    plan = requirement("IR-8")

    assert framework(plan).find("ir-08") is plan


def test_a_requirement_is_found_by_an_alias():
    plan = requirement("IR-8", aliases=("CMMC 3.6.1",))

    assert framework(plan).find("CMMC3.6.1") is plan


def test_an_id_beats_the_alias_of_another():
    old = requirement("IR-8", aliases=("IR-9",))
    new = requirement("IR-9")

    assert framework(old, new).find("IR-9") is new


def test_what_no_requirement_is_called_finds_none():
    assert framework(requirement("IR-8")).find("IR-9") is None


def test_a_baseline_chooses_its_requirements_and_no_others():
    low = requirement("IR-8", baselines=("low", "high"))
    high = requirement("IR-8(1)", baselines=("high",))
    none = requirement("IR-9")
    controls = framework(low, high, none)

    assert controls.chosen("low") == (low,)
    assert controls.chosen("high") == (low, high)
    assert controls.chosen() == (low, high, none)


def test_without_baselines_everything_is_chosen():
    outcome = requirement("GV.OC-01")

    assert framework(outcome).chosen("low") == (outcome,)
    assert not framework(outcome).has_baselines


def test_withdrawn_requirements_are_never_chosen():
    assert framework(requirement("IR-10", withdrawn=True)).chosen() == ()
