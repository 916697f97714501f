"""The documents of the repository lead where they say, and their examples can be used."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted(
    path.relative_to(ROOT) for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"))
)
LINK = re.compile(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"|srcset=\"([^\"\s]+)")
EXAMPLE = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)


def links(document: Path) -> list[str]:
    text = (ROOT / document).read_text("utf-8")
    found = ["".join(match) for match in LINK.findall(text)]
    return [link for link in found if not re.match(r"[a-z]+:|#", link)]


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_links_and_pictures_are_there(document: Path):
    folder = (ROOT / document).parent

    missing = [link for link in links(document) if not (folder / link.partition("#")[0]).exists()]

    assert missing == []


def test_links_are_found_at_all():
    assert sum(len(links(document)) for document in DOCUMENTS) > 20


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_examples_of_data_files_can_be_read(document: Path):
    for example in EXAMPLE.findall((ROOT / document).read_text("utf-8")):
        assert yaml.safe_load(example) is not None
