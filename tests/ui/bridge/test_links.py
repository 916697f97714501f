"""The door outside."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices

from ui.bridge.links import open_folder, open_page


@pytest.fixture
def opened(monkeypatch):
    urls = []

    def remember(url):
        urls.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", remember)
    return urls


@pytest.mark.parametrize(
    "address",
    ["http://nist.gov", "file:///etc/passwd", "javascript:alert(1)", "https://", "nonsense",
     "https://user:word@nist.gov"],
)  # fmt: skip
def test_only_plain_https_pages_are_opened(opened, address):
    assert not open_page(address)
    assert opened == []


def test_a_page_over_https_is_opened(opened):
    assert open_page("https://csrc.nist.gov/pubs/sp/800/61/r3/final")
    assert opened == ["https://csrc.nist.gov/pubs/sp/800/61/r3/final"]


def test_a_folder_is_opened_and_a_file_is_not(opened, tmp_path: Path):
    file = tmp_path / "run.sh"
    file.touch()

    assert open_folder(tmp_path)
    assert not open_folder(file)
    assert len(opened) == 1
