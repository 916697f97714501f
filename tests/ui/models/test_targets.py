"""Where targets of the window lead."""

import pytest

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from ui.models.targets import Place, place_of


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("section:roles", Place(Kind.SECTION, RecordId("roles"))),
        (
            "question:reporting.channel",
            Place(Kind.ANSWER, RecordId("reporting.channel"), "reporting.channel"),
        ),
        ("record:people:ada", Place(Kind.PERSON, RecordId("ada"), area="people")),
        ("record:matrix:a.b", Place(Kind.CELL, RecordId("a.b"), area="classification")),
        ("record:dimensions:data", Place(Kind.DIMENSION, RecordId("data"), area="classification")),
        ("record:lessons:a", Place(Kind.LESSON, RecordId("a"), area="exercises")),
        (
            "requirement:pci/12.8.5/12.9",
            Place(Kind.ATTESTATION, RecordId("pci/12.8.5/12.9"), area="coverage"),
        ),
    ],
)
def test_a_target_names_a_place(target, place):
    assert place_of(target) == place


@pytest.mark.parametrize("target", ["", "overview", "finding:x", "sections:roles", ":"])
def test_what_names_no_place(target):
    assert place_of(target) is None
