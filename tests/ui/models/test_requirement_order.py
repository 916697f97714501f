"""Which requirements stand under which."""

import pytest

from ui.models.requirement_order import depths


@pytest.mark.parametrize(
    ("ids", "deep"),
    [
        (("GV", "GV.OC", "GV.OC-01", "GVX"), (0, 1, 2, 0)),
        (("IR-1", "IR-1a.1(a)", "IR-10", "IR-1(2)"), (0, 1, 0, 1)),
        (("12.10.4", "12.10.4.1", "12.10.41", "12.8.5/12.9"), (0, 1, 0, 0)),
        (("4", "4.2", "42", "Annexes"), (0, 1, 0, 0)),
        (("Art.4", "Art.4(12)", "A", "A1"), (0, 1, 0, 0)),
        (("2.3-a-1",), (0,)),
        ((), ()),
    ],
)
def test_ids_tell_how_deep_each_stands(ids, deep):
    assert depths(ids) == deep


def test_a_requirement_whose_heading_is_not_in_scope_stands_alone():
    assert depths(("RS.MA-01", "RS")) == (1, 0)
    assert depths(("RS.MA-01",)) == (0,)
