"""Backslashes only where text would be syntax."""

import pytest

from app.domain.document.prose.escape import escaped


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (
            "a_b 5 < 6 & ~3 {x} C:\\Users 100% (y) a|b # > -",
            "a_b 5 < 6 & ~3 {x} C:\\Users 100% (y) a|b # > -",
        ),
        ("*a* `b` [c]", r"\*a\* \`b\` \[c\]"),
        ("~~a~", r"\~\~a\~"),
        ("{{a}}{", r"\{{a}}\{"),
        ("_a_", r"\_a\_"),
        ("a\\", "a\\\\"),
        ("\\*", "\\\\\\*"),
        ("<b> &amp; <", r"\<b> \&amp; \<"),
    ],
)
def test_syntax_inside_a_line_is_escaped(text, written):
    assert escaped(text, at_line_start=False) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("## a", r"\## a"),
        ("#1", "#1"),
        ("> a", r"\> a"),
        ("- a", r"\- a"),
        ("-5", "-5"),
        ("---", r"\---"),
        ("+", r"\+"),
        ("2024. a", r"2024\. a"),
        ("1) a*", r"1\) a\*"),
        ("1.5", "1.5"),
        ("| a", r"\| a"),
        (":-", r"\:-"),
        ("===", r"\==="),
        ("= a", "= a"),
    ],
)
def test_syntax_at_the_start_of_a_line_is_escaped(text, written):
    assert escaped(text, at_line_start=True) == written
