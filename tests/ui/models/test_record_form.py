"""Every field of every record one can edit has words and an input."""

from enum import Enum
from typing import get_args

import pytest

from app.domain.plan.codec import field_specs
from app.domain.plan.plan import RECORD_TYPES, Kind
from ui.models.record_form import EDITABLE, LINKED, form_of, name_field, part_form
from ui.models.record_names import table_words
from ui.models.record_shapes import (
    ChoiceShape,
    LinkShape,
    ListShape,
    MomentShape,
    PartsShape,
    RequirementShape,
    YesNoShape,
    shape_of,
)
from ui.models.record_words import choice_text

ELSEWHERE = {
    Kind.PROFILE,
    Kind.SECTION,
    Kind.ANSWER,
    Kind.CELL,
    Kind.COMMENT,
    Kind.ACCEPTED,
    Kind.ATTESTATION,
    Kind.EXCLUSION,
    Kind.UPKEEP,
    Kind.ACT,
    Kind.FILE,
    Kind.SESSION,
    Kind.ACTIVATION,
    Kind.LESSON,
}
"""Edited by questions, on the page, as a whole matrix, beside what they are about, or by nobody."""

ON_ANOTHER_PAGE = {
    (Kind.EXERCISE, "exercised"),
    (Kind.TREE_NODE, "offset"),
    (Kind.SAMPLE, "judged"),
}

REQUIREMENTS = ListShape(RequirementShape())


def test_every_table_is_edited_here_or_known_to_be_edited_elsewhere():
    assert set(EDITABLE) == set(Kind) - ELSEWHERE


@pytest.mark.parametrize("kind", EDITABLE)
def test_every_field_of_a_record_has_a_label_and_an_input(kind):
    form = form_of(kind)

    covered = [name for field in form for name in (field.name, *field.also)]
    wanted = [
        spec.name
        for spec in field_specs(RECORD_TYPES[kind])
        if spec.name != "id" and (kind, spec.name) not in ON_ANOTHER_PAGE
    ]
    assert sorted(covered) == sorted(wanted)
    assert all(field.label.strip() for field in form)


@pytest.mark.parametrize("kind", EDITABLE)
def test_every_field_of_a_part_has_a_label_and_an_input(kind):
    parts = [field.shape.part for field in form_of(kind) if isinstance(field.shape, PartsShape)]

    for part in parts:
        covered = [field.name for field in part_form(part)]
        assert covered == [spec.name for spec in field_specs(part)]
        assert all(field.label for field in part_form(part))


@pytest.mark.parametrize("kind", EDITABLE)
def test_every_choice_has_a_word(kind):
    options: list[type[Enum]] = []
    for field in form_of(kind):
        shape = field.shape.item if isinstance(field.shape, ListShape) else field.shape
        if isinstance(shape, ChoiceShape):
            options.append(shape.options)

    for members in options:
        words = [choice_text(member) for member in members]
        assert len(set(words)) == len(words)


@pytest.mark.parametrize("kind", EDITABLE)
def test_a_record_is_known_by_a_field_it_has(kind):
    assert name_field(kind) in {field.name for field in form_of(kind)}
    assert table_words(kind).empty


def test_every_field_with_record_ids_says_which_table_they_are_from():
    for kind in EDITABLE:
        own = {field.name for field in form_of(kind) if field.shape == REQUIREMENTS}
        for spec in field_specs(RECORD_TYPES[kind]):
            if spec.name not in own | {"id"} and "RecordId" in repr(
                (spec.type, get_args(spec.type))
            ):
                assert spec.name in LINKED[RECORD_TYPES[kind]], (kind, spec.name)


def test_links_to_one_record_of_the_plan_name_the_table():
    shapes = {field.name: field.shape for field in form_of(Kind.ROLE)}

    assert shapes["holder"] == LinkShape(Kind.PERSON, optional=True)
    assert shapes["deputies"] == ListShape(LinkShape(Kind.PERSON, optional=False))


def test_a_decision_is_about_a_duty_and_may_still_be_open():
    form = {field.name: field for field in form_of(Kind.DECISION)}

    assert form["obligation"].shape == LinkShape(Kind.OBLIGATION, optional=False)
    assert form["obligation"].required
    assert form["notify"].shape == YesNoShape()
    assert form["at"].shape == MomentShape()


def test_evidence_is_linked_to_requirements():
    shapes = {field.name: field.shape for field in form_of(Kind.EVIDENCE)}

    assert shapes["requirements"] == REQUIREMENTS
    assert name_field(Kind.EVIDENCE) == "what"


def test_a_type_without_an_input_is_refused():
    with pytest.raises(TypeError, match="no input"):
        shape_of(float)
