from app.signing.word_coverage import Selection, check_manifest, uncovered
from app.signing.word_names import NAMESPACES
from app.signing.word_package import read_package
from app.signing.word_relationships import Relationship
from app.signing.word_signature_document import read_signature
from tests.integration.signing.samples import rezipped


def findings(data):
    package = read_package(data)
    signature = read_signature(package, "/_xmlsignatures/sig1.xml")
    manifest = signature.signed_elements()["idPackageObject"].find("ds:Manifest", NAMESPACES)
    assert manifest is not None
    return package, check_manifest(package, manifest)


def test_a_fresh_signature_covers_everything(signed_docx):
    package, found = findings(signed_docx)

    assert found.problems == ()
    assert uncovered(package, found) == []
    assert "/word/document.xml" in found.parts


def test_an_added_part_is_uncovered(signed_docx):
    package, found = findings(rezipped(signed_docx, added={"word/x.bin": b"x"}))

    assert uncovered(package, found) == ["/word/x.bin"]


def test_a_relationship_is_covered_by_id_or_by_type():
    line = Relationship("rId1", "link", "")

    assert Selection(ids=frozenset({"rId1"})).covers(line)
    assert Selection(types=frozenset({"link"})).covers(line)
    assert not Selection().covers(line)
