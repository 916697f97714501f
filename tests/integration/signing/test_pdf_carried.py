"""What ties a PDF to its plan, read from files that may be anybody's."""

import json
from io import BytesIO

import pikepdf
import pytest

from app.domain.lifecycle.chain import HEAD_FILE, Head, head_data
from app.services.proving.carried import NOTHING
from app.signing import pdf_carried
from app.signing.pdf_carried import carried_by
from app.signing.pdf_reading import open_pdf
from tests.integration.signing.samples import unsigned_pdf

HASH = "ab" * 32
HEAD = Head("plan-1", 4, "cd" * 32, "ef" * 32)


def pdf(source="", **files):
    output = BytesIO()
    with pikepdf.open(BytesIO(unsigned_pdf())) as made:
        for name, data in files.items():
            made.attachments[name.replace("__", ".").replace("_", "-")] = data
        if source:
            with made.open_metadata() as packet:
                packet["dc:source"] = source
        made.save(output)
    return output.getvalue()


def carried(data):
    return carried_by(open_pdf(data))


def test_a_strangers_file_carries_nothing():
    assert carried(unsigned_pdf()) == NOTHING


def test_hash_data_and_head_are_found():
    head = json.dumps(head_data(HEAD)).encode()

    found = carried(pdf(f"sha256:{HASH}", plan__json=b"{}", audit_head__json=head))

    assert HEAD_FILE == "audit-head.json"
    assert (found.content_hash, found.data, found.head) == (HASH, b"{}", HEAD)
    assert not found.withheld
    assert found.problems == ()


@pytest.mark.parametrize("source", [HASH, "sha256:ff", "sha256:" + "G" * 64, f"x sha256:{HASH}"])
def test_other_sources_state_no_hash(source):
    assert carried(pdf(source)).content_hash == ""


def test_the_copy_without_addresses_is_told_from_the_plan():
    copy = carried(pdf(plan_redacted__json=b"{}"))
    both = carried(pdf(plan_redacted__json=b"copy", plan__json=b"plan"))

    assert (copy.data, copy.withheld) == (b"{}", True)
    assert (both.data, both.withheld) == (b"plan", False)


@pytest.mark.parametrize("data", [b"", b"nothing", b"{}", b'{"format": 1}', b"[" * 5000])
def test_a_head_that_is_none_is_none(data):
    found = carried(pdf(plan__json=b"{}", audit_head__json=data))

    assert found.head is None


@pytest.mark.parametrize("limit", ["LONGEST_DATA", "MOST_FILES", "DEEPEST"])
def test_what_is_larger_than_a_plan_can_be_is_a_problem(monkeypatch, limit):
    monkeypatch.setattr(pdf_carried, limit, 0)

    found = carried(pdf(plan__json=b"{}"))

    assert found.data is None
    assert len(found.problems) == 1


def test_an_attachment_that_is_no_file_is_a_problem():
    output = BytesIO()
    with pikepdf.open(BytesIO(pdf(plan__json=b"{}"))) as made:
        made.Root.Names.EmbeddedFiles.Names[1].EF.F = pikepdf.Dictionary()
        made.save(output)

    assert carried(output.getvalue()).problems


def test_two_files_of_one_name_are_a_problem():
    output = BytesIO()
    with pikepdf.open(BytesIO(pdf(plan__json=b"{}"))) as made:
        names = made.Root.Names.EmbeddedFiles.Names
        names.extend([names[0], names[1]])
        made.save(output)

    assert carried(output.getvalue()).problems


def test_a_packet_that_is_no_xml_states_nothing():
    broken = unsigned_pdf().replace(b"<x:xmpmeta", b"<x:xmpmetb", 1)

    assert carried(broken).content_hash == ""
