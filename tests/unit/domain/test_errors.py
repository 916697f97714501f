import re

import pytest

from app.domain.errors import IrplanError
from app.services import exporting, library, signing


class DoorLocked(IrplanError):
    code = "door.locked"


def test_a_failure_carries_its_code_its_sentence_and_what_it_is_about():
    error = DoorLocked("Door 3 is locked; ask for the key.", door="3")

    assert (error.code, error.message, error.params) == (
        "door.locked",
        "Door 3 is locked; ask for the key.",
        {"door": "3"},
    )
    assert str(error) == error.message


def test_a_failure_without_a_code_of_its_own_still_has_one():
    assert IrplanError("Something failed.").code == "irplan.failed"


@pytest.mark.parametrize("module", [exporting, library, signing])
def test_codes_of_the_services_name_the_area_and_what_failed(module):
    own = [item for item in vars(module).values() if _is_failure(item)]

    assert own
    assert all(re.fullmatch(r"[a-z]+\.[a-z]+(-[a-z]+)*", item.code) for item in own)


def _is_failure(item: object) -> bool:
    return isinstance(item, type) and issubclass(item, IrplanError) and item is not IrplanError
