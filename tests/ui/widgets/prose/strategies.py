"""Random section texts, in normal form."""

from hypothesis import strategies as st

from app.domain.document.inline import LineBreak, Link, Mark, Text
from app.domain.document.prose.nodes import (
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Reference,
    ReferenceKind,
    Rule,
    Table,
    Variable,
)
from app.domain.document.prose.normal import normalise


def _lists(items):
    return st.builds(ListBlock, st.lists(items, min_size=1, max_size=3).map(tuple), st.booleans())


_CHARACTERS = st.characters(
    exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\u2028\u2029"
)
_WORDS = st.text(_CHARACTERS, min_size=1, max_size=8) | st.sampled_from(
    ["a b", " ", "*", "{{x}}", "<b>", "|", "\ufffc", "😀", "# x", "1. y", "é"]
)
_MARKS = st.frozensets(st.sampled_from(Mark))
_NAMES = st.from_regex(r"[a-z0-9_][a-z0-9_.-]{0,6}", fullmatch=True)
_TEXTS = st.builds(Text, _WORDS, _MARKS)
_LABELS = st.lists(_TEXTS, max_size=3).map(tuple)
_INLINES = st.lists(
    st.one_of(
        _TEXTS,
        st.just(LineBreak()),
        st.builds(Variable, _NAMES, _MARKS),
        st.builds(Reference, st.sampled_from(ReferenceKind), _NAMES, _LABELS),
        st.builds(
            Link, st.sampled_from(["https://a.example/x?y=1&z", "mailto:b@c.example"]), _LABELS
        ),
    ),
    max_size=5,
).map(tuple)
_ITEMS = st.recursive(
    st.builds(ListItem, _INLINES),
    lambda items: st.builds(ListItem, _INLINES, st.lists(_lists(items), max_size=2).map(tuple)),
    max_leaves=6,
)


_ROWS = st.lists(_INLINES, min_size=1, max_size=3).map(tuple)
_BLOCKS = st.one_of(
    st.builds(Paragraph, _INLINES),
    st.builds(Heading, st.sampled_from([2, 3]), _INLINES),
    _lists(_ITEMS),
    st.builds(Quote, st.lists(_INLINES, min_size=1, max_size=3).map(tuple)),
    st.builds(Table, _ROWS, st.lists(_ROWS, max_size=3).map(tuple)),
    st.just(Rule()),
)

PROSE = st.lists(_BLOCKS, max_size=6).map(tuple).map(normalise)
"""Any section text a document can hold."""
