import pytest

from app.signing.word_manifest import manifest_entries
from app.signing.word_package import BadPackageError, Package

NS = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def package(target="word/document.xml", types=None):
    rels = (
        f'<Relationships xmlns="{NS}"><Relationship Id="rId1" Type="doc" Target="{target}"/>'
        f'<Relationship Id="rId2" Type="{CORE}" Target="docProps/core.xml"/></Relationships>'
    )
    parts = {"/_rels/.rels": rels.encode(), "/word/document.xml": b"", "/docProps/core.xml": b""}
    return Package(parts, {"xml": "text/x"} if types is None else types, {})


def test_everything_reachable_but_the_properties_is_signed():
    entries = manifest_entries(package())

    assert [entry.uri for entry in entries] == [
        "/_rels/.rels?ContentType=application/vnd.openxmlformats-package.relationships+xml",
        "/word/document.xml?ContentType=text/x",
    ]
    assert entries[0].ids == ("rId1",)


@pytest.mark.parametrize("faulty", [package("word/gone.xml"), package(types={})])
def test_a_part_that_is_missing_or_has_no_type_cannot_be_signed(faulty):
    with pytest.raises(BadPackageError, match="missing or has no content type"):
        manifest_entries(faulty)
