from datetime import date

import pytest

from app.domain.judgement.coverage import Verdict
from app.domain.judgement.reach import reach_of
from app.domain.judgement.requirement_book import RequirementBook
from app.domain.judgement.requirements import CheckKind
from app.domain.plan.assurance import Attestation
from app.domain.plan.changes import apply, put
from app.domain.plan.profile import Profile
from tests.builders import person, plan_with, rid
from tests.unit.domain.judgement.elements.shelf import ELEMENTS
from tests.unit.domain.judgement.subjects import context, framework, requirement, text

PACK = framework(
    "pack",
    requirement("r-1", "contacts", needs=("fresh", "where-ot")),
    requirement("r-2", "contacts", needs=("where-ot",), check=CheckKind.ATTEST),
    requirement("r-3", "purpose", needs=("words",)),
)
USES_OT = Profile(uses_ot=True)


def book(*records, packs=(PACK,), profile=USES_OT):
    return RequirementBook(context(*records, profile=profile), ELEMENTS, packs)


def verdicts(made):
    return [status.verdict for status in made.rows("pack").values()]


def test_each_requirement_is_judged_by_its_elements():
    assert verdicts(book(person("ada"), text())) == [
        Verdict.PARTLY,
        Verdict.NEEDS_PERSON,
        Verdict.NOT_MET,
    ]


def test_an_edit_judges_again_only_what_it_concerns():
    plan = plan_with(text(), profile=USES_OT)
    made = book(text())
    before = dict(made.rows("pack"))
    change = put(plan, person("ada"))

    made.update(context(text(), person("ada"), profile=USES_OT), reach_of((change,)), ())

    assert verdicts(made) == verdicts(book(text(), person("ada")))
    assert made.rows("pack")["r-3"] is before["r-3"]
    assert made.rows("pack")["r-1"] is not before["r-1"]


def test_an_attestation_settles_its_requirement():
    plan = apply(plan_with(person("ada"), profile=USES_OT), ())
    made = book(person("ada"))
    attested = Attestation(rid("pack/r-2"), "Ada", "Seen.", date(2026, 11, 1))

    made.update(context(person("ada"), attested), reach_of((put(plan, attested),)), ())

    assert made.rows("pack")["r-2"].verdict is Verdict.MET


def test_one_for_a_framework_nobody_chose_is_kept_for_later():
    stray = Attestation(rid("other/r-2"), "Ada", "Seen.", date(2026, 11, 1))
    made = book()
    before = dict(made.rows("pack"))

    made.update(context(stray), reach_of((put(plan_with(), stray),)), ())

    assert made.rows("pack") == before


def test_other_frameworks_take_the_place_of_those_chosen():
    made = book()
    other = framework("other", requirement("o-1", "purpose", needs=("words",)))

    made.choose(plan_with(), (other,))

    assert list(made.rows("other")) == ["o-1"]
    with pytest.raises(KeyError):
        made.rows("pack")


def test_a_framework_chosen_still_is_not_judged_again():
    made = book(person("ada"))
    pack = framework("pack", *(row.requirement for row in made.rows("pack").values()))
    other = framework("other", requirement("o-1", "purpose", needs=("words",)))
    before = dict(made.rows("pack"))

    made.choose(plan_with(person("ada")), (other, pack))

    assert made.rows("pack") == before
    assert all(made.rows("pack")[key] is row for key, row in before.items())
    assert list(made.rows("other")) == ["o-1"]


def test_any_framework_can_be_judged_without_being_chosen():
    made = book(person("ada"))
    plan = plan_with(person("ada"))
    chosen = framework("pack", *(row.requirement for row in made.rows("pack").values()))
    other = framework("other", *(row.requirement for row in made.rows("pack").values()))

    assert made.judged(plan, chosen) == tuple(made.rows("pack").values())
    assert made.judged(plan, other) == tuple(made.rows("pack").values())
    with pytest.raises(KeyError):
        made.rows("other")


def test_the_elements_are_those_of_the_library():
    assert list(book().elements) == [element.id for element in ELEMENTS]
