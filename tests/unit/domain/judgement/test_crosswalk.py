import pytest

from app.domain.judgement.crosswalk import Crosswalk, CrosswalkRow, Relation, SourceKind
from app.domain.judgement.requirements import Confidence


def _row(*names, relation=Relation.RELATED, kind=SourceKind.OFFICIAL):
    framework, requirement, other, other_requirement = names
    return CrosswalkRow(
        framework, requirement, other, other_requirement, relation, "A table", kind, Confidence.HIGH
    )


def test_a_row_is_found_from_both_ends():
    row = _row("csf", "RS.MA-01", "iso", "A.5.26")

    crosswalk = Crosswalk([row])

    assert crosswalk.also("csf", "RS.MA-01") == (row,)
    assert crosswalk.also("iso", "A.5.26") == (_row("iso", "A.5.26", "csf", "RS.MA-01"),)


def test_ids_of_one_framework_say_nothing_of_another():
    crosswalk = Crosswalk([_row("csf", "RS.MA-01", "iso", "A.5.26")])

    assert crosswalk.also("61r3", "RS.MA-01") == ()
    assert crosswalk.also("csf", "A.5.26") == ()
    assert Crosswalk().also("csf", "RS.MA-01") == ()


@pytest.mark.parametrize(
    ("relation", "turned"),
    [
        (Relation.EQUAL, Relation.EQUAL),
        (Relation.SUBSET, Relation.SUPERSET),
        (Relation.SUPERSET, Relation.SUBSET),
        (Relation.INTERSECT, Relation.INTERSECT),
        (Relation.RELATED, Relation.RELATED),
    ],
)
def test_from_the_other_end_the_relation_is_turned_round(relation, turned):
    crosswalk = Crosswalk([_row("cis", "17.1", "iso", "A.5.24", relation=relation)])

    (found,) = crosswalk.also("iso", "A.5.24")

    assert found.relation is turned
    assert found.turned == crosswalk.rows[0]


def test_what_authorities_say_comes_first_and_our_own_last():
    own = _row("csf", "RS.MA-01", "a", "1", kind=SourceKind.OWN)
    secondary = _row("csf", "RS.MA-01", "b", "1", kind=SourceKind.SECONDARY)
    late = _row("csf", "RS.MA-01", "d", "1")
    early = _row("csf", "RS.MA-01", "c", "2")

    found = Crosswalk([own, secondary, late, early]).also("csf", "RS.MA-01")

    assert found == (early, late, secondary, own)
