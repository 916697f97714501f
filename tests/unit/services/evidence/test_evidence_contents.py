import pytest

from app.services.evidence import names
from app.services.evidence.contents import explained

ALWAYS = {names.README, names.SUMS}


def told(*present: str, signed: bool = False) -> set[str]:
    return {name for name, _ in explained(frozenset(present), signed=signed)}


def test_what_is_always_there_is_always_told():
    assert told() == ALWAYS
    assert told(signed=True) == ALWAYS | names.UNSUMMED


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (names.COVERAGE, names.COVERAGE),
        ("plan/IRP-1-2-0.pdf", "plan/*.pdf"),
        ("verification/IRP-1-2-0.docx.json", "verification/*.json"),
        ("certificates/Ada-AB.crt", "certificates/*.crt"),
    ],
)
def test_a_file_is_told_by_its_name_or_its_kind(name, shown):
    assert told(name) == ALWAYS | {shown}


@pytest.mark.parametrize("name", ["plan/deeper/x.pdf", "other/x.pdf", "plan/x.exe"])
def test_what_is_of_no_known_kind_is_not_told(name):
    assert told(name) == ALWAYS


def test_every_kind_has_a_sentence():
    known = [names.COVERAGE, names.TRAIL, "plan/a.pdf"]

    assert all(text.endswith(".") for _, text in explained(frozenset(known), signed=True))
