from dataclasses import replace

import pytest

from app.domain.plan.codec import content_hash
from app.services.evidence import names
from app.services.evidence.sums import sums_in
from tests.unit.services.evidence.packs import Packing


@pytest.fixture
def packing() -> Packing:
    return Packing()


def test_the_data_has_the_hash_that_the_documents_print(packing):
    packing.pack()

    stated = sums_in(packing.packed[names.SUMS])[names.PLAN_DATA]
    assert stated == content_hash(packing.plan)
    assert stated in packing.packed[names.README].decode()


def test_a_plan_that_nobody_approved_has_no_approval_to_show(packing):
    result = packing.pack()

    assert names.APPROVAL not in result.files
    assert (result.version, result.draft) == ("", False)
    assert "State:           final, without a recorded approval" in _readme(packing)


def test_a_draft_is_called_one(packing):
    result = packing.pack("draft")

    assert result.draft
    assert "State:           draft" in _readme(packing)
    assert "Version:" not in packing.packed[names.README].decode()


def test_an_older_version_is_told_with_what_became_of_it(packing):
    packing.approve()
    packing.edit("Ada")
    packing.issue("2.0")

    result = packing.pack(" 1.0 ")

    assert result.version == "1.0"
    assert "State:           replaced by a later version" in _readme(packing)
    assert packing.json(names.APPROVAL)["state"] == "superseded"


def test_a_stranger_s_certificate_gets_a_name_that_every_system_takes(packing):
    packing.approve()
    tools = packing.tools()
    odd = replace(tools.certificates(b"signature")[0].facts, name="Ἀθηνᾶ / ..")
    found = (replace(tools.certificates(b"signature")[0], facts=odd),)
    packing.tools = lambda: replace(tools, certificates=lambda data: found)

    result = packing.pack()

    assert f"{names.CERTIFICATES}certificate-ABCD.crt" in result.files


def _readme(packing: Packing) -> list[str]:
    return packing.packed[names.README].decode().splitlines()
