import pytest

from app.signing.word_package import BadPackageError, Package
from app.signing.word_relationships import relationship_parts, relationships, transform

NS = "http://schemas.openxmlformats.org/package/2006/relationships"
RELS = (
    f'<Relationships xmlns="{NS}">\n'
    '  <Relationship Target="b.xml" Type="t2" Id="rId2"/>\n'
    '  <Relationship Id="rId1" Type="t1" Target="../a.xml"/>\n'
    '  <Relationship Id="rId3" Type="t3" Target="https://x.example/" TargetMode="External"/>\n'
    "</Relationships>"
).encode()
PART = "/word/_rels/document.xml.rels"


def package(rels=RELS, **more):
    return Package({PART: rels, "/a.xml": b"", "/word/b.xml": b"", **more}, {}, {})


def test_targets_are_part_names_and_external_ones_blank():
    found = {line.id: line.target for line in relationships(package(), PART)}

    assert found == {"rId1": "/a.xml", "rId2": "/word/b.xml", "rId3": ""}


def test_an_id_used_twice_is_refused():
    with pytest.raises(BadPackageError, match="twice"):
        list(relationships(package(RELS.replace(b"rId2", b"rId1")), PART))


def test_the_signatures_own_relationships_are_left_out():
    found = package(**{"/_xmlsignatures/_rels/origin.sigs.rels": RELS, "/word/x.rels": RELS})

    assert relationship_parts(found) == [PART]


def test_the_transform_keeps_chosen_lines_sorted_and_explicit():
    assert transform(RELS, {"rId1", "rId2"}).decode() == (
        f'<Relationships xmlns="{NS}">'
        '<Relationship Id="rId1" Target="../a.xml" TargetMode="Internal" Type="t1"></Relationship>'
        '<Relationship Id="rId2" Target="b.xml" TargetMode="Internal" Type="t2"></Relationship>'
        "</Relationships>"
    )


def test_the_transform_can_choose_by_type():
    kept = transform(RELS, set(), {"t3"})

    assert b'TargetMode="External"' in kept
    assert b"rId1" not in kept
