from app.domain.plan.kinds import Kind
from app.export.compose.place_names import (
    answer_place,
    record_place,
    section_place,
    sentence_place,
)


def test_names_of_different_places_differ():
    names = [
        section_place("scope"),
        answer_place(section_place("scope"), "a"),
        answer_place(section_place("scope"), "b"),
        answer_place(section_place("roles"), "a"),
        sentence_place(section_place("scope"), 0),
        sentence_place(section_place("scope"), 1),
        record_place(Kind.ROLE, "a"),
        record_place(Kind.PERSON, "a"),
        record_place(Kind.ROLE, "b"),
    ]

    assert len(set(names)) == len(names)
