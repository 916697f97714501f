import pytest

from app.domain.lifecycle.approving.names import among, key_of, next_number, same_person


def test_people_are_told_apart_by_their_letters_alone():
    assert same_person("Zoë  Müller", "zoe\u0308 MÜLLER ")
    assert not same_person("Zoë Müller", "Zoe Müller")
    assert among("ann", ("Bea", "Ann"))
    assert not among("ann", ())
    assert key_of(" \n") == ""


@pytest.mark.parametrize(
    ("taken", "material", "number"),
    [
        ((), True, "1.0"),
        ((), False, "1.0"),
        (("0.9",), False, "1.0"),
        (("1.0",), True, "2.0"),
        (("1.0",), False, "1.1"),
        (("1.9", "1.10", "draft", "1.2.3", ""), False, "1.11"),
        (("9.9", "10.0"), True, "11.0"),
    ],
)
def test_the_next_number_follows_the_highest(taken, material, number):
    assert next_number(taken, material=material) == number
