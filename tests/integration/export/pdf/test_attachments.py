from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from app.domain.document.tree import Attachment
from app.export.pdf.render import render
from tests.integration.export.pdf.sample import document, text


def attached(*attachments):
    plan = replace(document(body=(text("x"),)), attachments=attachments)
    with pikepdf.open(BytesIO(render(plan).data)) as pdf:
        return {
            str(file.UF): (str(file.EF.F.Subtype), file.EF.F.read_bytes(), str(file.AFRelationship))
            for file in pdf.Root.get("/AF", [])
        }


def test_a_file_comes_out_as_it_went_in():
    found = attached(Attachment("plan.json", "application/json", b"{}", "The plan"))

    assert found == {"plan.json": ("/application/json", b"{}", "/Data")}


@pytest.mark.parametrize("name", ["../../x.txt", "/etc/x.txt", "C:\\a\\x.txt", "a/x.txt"])
def test_names_lose_their_folders(name):
    assert list(attached(Attachment(name, "text/plain", b"", ""))) == ["x.txt"]


def test_equal_names_are_told_apart():
    one = Attachment("x.txt", "text/plain", b"1", "")

    assert sorted(attached(one, one, one)) == ["x-2.txt", "x-3.txt", "x.txt"]


def test_a_media_type_that_is_none_becomes_bytes():
    found = attached(Attachment("x", "text plain\x00", b"1", "\ud800"))

    assert found["x"][0] == "/application/octet-stream"


def test_no_attachments_leave_no_trace():
    assert attached() == {}
