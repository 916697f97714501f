"""Only well-formed https and mailto addresses become clickable."""

import pytest

from app.export.word.links import target


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"),
        (" https://EXAMPLE.org ", "https://example.org"),
        ("https://example.org:8443/x y", "https://example.org:8443/x%20y"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/%C3%A4", "https://example.org/%C3%A4"),
        ("https://[2001:db8::1]/x", "https://[2001:db8::1]/x"),
        ("mailto:csirt@example.org", "mailto:csirt@example.org"),
        ("mailto:a@example.org?subject=Hello there", "mailto:a@example.org?subject=Hello%20there"),
        ('https://example.org/"><w:t>', "https://example.org/%22%3E%3Cw:t%3E"),
    ],
)
def test_these_addresses_are_clickable(url, address):
    assert target(url) == address


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ms-msdt:/id",
        "http://example.org",
        "//example.org",
        r"\\server\share",
        r"https:\\example.org",
        "https://",
        "https:///path",
        "https://user:secret@example.org",
        "https://example.org:99999999",
        "https://exa mple.org",
        "https://[::1",
        "https://example.org/\0",
        "https://a..b/",
        "https://example.org/\nHost",
        "mailto:",
        "mailto:nobody",
        "mailto:a@b@c",
        "https://example.org/" + "a" * 3000,
    ],
)
def test_these_addresses_stay_text(url):
    assert target(url) == ""
