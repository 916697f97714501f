from dataclasses import replace

import pytest

from app.domain.plan.codec import content_hash
from app.services.evidence.choosing import chosen
from app.services.evidence.given import GivenDocument, NotOfThisVersion, with_given
from app.services.proving.carried import Carried
from app.services.verifying import FileKind
from tests.builders import NOON
from tests.unit.services.evidence.packs import Packing, verified

PDF, DOCX = "plan/HW-IRP-1-0.pdf", "plan/HW-IRP-1-0.docx"
SIGNED_PDF = GivenDocument("x.signed.pdf", b"pdf and signatures")
SIGNED_DOCX = GivenDocument("x.signed.docx", b"docx and signatures")


@pytest.fixture
def packing():
    made = Packing()
    made.issue()
    return made


@pytest.fixture
def found(packing):
    return chosen(packing.opened, packing.past().history, "", packing.tools(), NOON)


def stating(content):
    """Every file is of the kind that its name says, and states `content`."""

    def verify(name, data, trusted):
        kinds = {kind.value: kind for kind in FileKind}
        report = verified()(name, data, trusted)
        kind = kinds.get(name.rpartition(".")[2], FileKind.OTHER)
        return replace(report, kind=kind, carried=Carried(content))

    return verify


def test_nothing_changes_where_nothing_is_given(found):
    assert with_given(found, (), stating("")) == found


def test_a_signed_copy_takes_the_place_and_the_name_of_the_one_without(found):
    verify = stating(content_hash(found.judgement.plan))

    one = with_given(found, (SIGNED_PDF,), verify)

    assert one.documents == {PDF: SIGNED_PDF.data, DOCX: found.documents[DOCX]}
    assert one.remark == found.remark != ""


def test_once_all_are_given_nothing_was_made_for_the_pack(found):
    verify = stating(content_hash(found.judgement.plan))

    both = with_given(found, (SIGNED_DOCX, SIGNED_PDF), verify)

    assert both.documents == {PDF: SIGNED_PDF.data, DOCX: SIGNED_DOCX.data}
    assert both.remark == ""


@pytest.mark.parametrize("name", ["other.txt", "plan.odt"])
def test_only_pdf_and_word_files_are_documents(found, name):
    verify = stating(content_hash(found.judgement.plan))

    with pytest.raises(NotOfThisVersion, match=name):
        with_given(found, (GivenDocument(name, b""),), verify)


def test_a_document_of_another_version_is_refused(found):
    with pytest.raises(NotOfThisVersion, match=r"x\.signed\.pdf"):
        with_given(found, (SIGNED_PDF,), stating("ab" * 32))


def test_what_is_given_reaches_the_pack(packing):
    content = content_hash(packing.plan)
    packing.verify = stating(content)

    packing.pack(documents=(SIGNED_PDF, SIGNED_DOCX))

    assert packing.packed[PDF] == SIGNED_PDF.data
