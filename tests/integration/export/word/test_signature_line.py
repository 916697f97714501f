"""Lines to sign on are as Office makes them, and the same every time."""

import hashlib
import os
import subprocess
import sys
from io import BytesIO

import pytest
from lxml import etree
from PIL import Image

from app.domain.document.signature_lines import line_id
from app.domain.document.tree import SignatureBox
from app.export.word.oxml import NAMESPACES, w
from app.export.word.render import render
from app.export.word.scope import Media, Registrar
from app.export.word.signature_line import LINE_HEIGHT, LINE_WIDTH, signature_line
from app.signing.word_line_picture import HEIGHT, WIDTH
from tests.builders import WORDING, document
from tests.integration.export.word.reading import find, names, part

OFFICE = f"{{{NAMESPACES['o']}}}"


class Pictures:
    def __init__(self):
        self.taken = []

    def registrar(self):
        return Registrar(lambda address: "", lambda png, svg: Media("", ""), image=self.take)

    def take(self, png):
        self.taken.append(png)
        return f"rId{len(self.taken)}"


def line(box, ordinal=1):
    pictures = Pictures()
    run = signature_line(box, WORDING, pictures.registrar(), ordinal)
    assert run is not None
    return w("p", run), pictures.taken[0]


def test_a_line_suggests_who_signs_as_what():
    made, _ = line(SignatureBox("Approver", "Approver", "Approved by", "Ada Lindqvist"))

    (found,) = find(made, ".//o:signatureline")
    assert found.get("id") == line_id("Approver")
    assert found.get("issignatureline") == "t"
    assert found.get(f"{OFFICE}suggestedsigner") == "Ada Lindqvist"
    assert found.get(f"{OFFICE}suggestedsigner2") == "Approver"
    (shape,) = find(made, ".//v:shape")
    assert shape.get("alt") == "Signature: Approver, Ada Lindqvist"


def test_a_line_without_a_person_still_names_the_role():
    made, _ = line(SignatureBox("Seal", "Organisation seal", "Sealed by"))

    (shape,) = find(made, ".//v:shape")
    assert shape.get("alt") == "Signature: Organisation seal"
    assert find(made, ".//o:signatureline")[0].get(f"{OFFICE}suggestedsigner") == ""


def test_the_kind_of_shape_is_declared_once():
    first, _ = line(SignatureBox("Seal", "a", "b"), 1)
    second, _ = line(SignatureBox("Approver", "a", "b"), 2)

    assert len(find(first, ".//v:shapetype")) == 1
    assert not find(second, ".//v:shapetype")
    ids = [find(each, ".//v:shape")[0].get("id") for each in (first, second)]
    assert len(set(ids)) == 2


def test_the_picture_has_the_shape_of_the_one_that_signing_puts_in_its_place():
    _, png = line(SignatureBox("Seal", "Organisation seal", "Sealed by", "Harbour Water"))

    picture = Image.open(BytesIO(png))
    assert picture.width / picture.height == pytest.approx(LINE_WIDTH / LINE_HEIGHT, rel=0.01)
    assert (LINE_WIDTH, LINE_HEIGHT) == (WIDTH, HEIGHT)


@pytest.mark.parametrize("name", ["", "x" * 5000, "Ελένη Анна 漢字 🔥 שלום", "</w:t>&<b>\x00\n\t"])
def test_any_name_is_drawn_inside_the_picture_and_kept_as_text(name):
    made, png = line(SignatureBox("Seal", name or "role", "Sealed by", name))

    picture = Image.open(BytesIO(png)).convert("L")
    edges = [
        picture.crop((0, 0, 3, picture.height)),
        picture.crop((picture.width - 3, 0, *picture.size)),
    ]
    assert all(each.getextrema() == (255, 255) for each in edges)
    etree.fromstring(etree.tostring(made))
    assert len(find(made, ".//o:signatureline")[0].get(f"{OFFICE}suggestedsigner") or "") <= 100


def plan():
    seal = SignatureBox("Seal", "Organisation seal", "Sealed by", "Harbour Water")
    author = SignatureBox("Author", "Author", "Authored by", "Ben")
    approver = SignatureBox("Approver", "Approver", "Approved by", "Ada, Grace")
    return document(seal, author, approver)


def test_a_document_has_both_lines_each_with_its_picture():
    data = render(plan(), {}).data

    assert len(find(part(data), ".//o:signatureline")) == 2
    assert {"word/media/line1.png", "word/media/line2.png"} <= set(names(data))


def test_word_finds_nothing_wrong_with_the_lines(tmp_path):
    from openxml_audit import OpenXmlValidator

    path = tmp_path / "plan.docx"
    path.write_bytes(render(plan(), {}).data)

    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


SCRIPT = """
import hashlib
from app.export.word.render import render
from tests.integration.export.word.test_signature_line import plan
print(hashlib.sha256(render(plan(), {}).data).hexdigest())
"""


def test_a_document_with_lines_is_the_same_in_every_process():
    digests = {hashlib.sha256(render(plan(), {}).data).hexdigest()}
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            capture_output=True,
            text=True,
            check=True,
            env=environment,
            timeout=60,
        )
        digests.add(done.stdout.strip())

    assert len(digests) == 1
