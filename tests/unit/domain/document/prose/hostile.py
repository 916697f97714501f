"""Generated prose and sources made of whatever the language could stumble over."""

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

_FRAGMENTS = [
    *"\\`*_[](){}<>~|&!#+-=.:1a \t\n\r",
    *("**", "***", "~~", "~~~", "```", "``", "{{", "}}", "{{a.b-c}}", "](", "[a](b)", "\\\n"),
    *("- ", "* ", "1. ", "2) ", "2024. ", "> ", "# ", "### ", " #", "---", "===", "| - |", "|-|"),
    *(
        "\n\n",
        "\n  ",
        "\n    ",
        "\n\t",
        "  \n",
        "&amp;",
        "<b>",
        "<!--",
        "role:x",
        "word",
        "é",
        "\u0300",
    ),
    *(
        "\u00a0",
        "\u2028",
        "\x0b",
        "\x0c",
        "\x1c",
        "\x85",
        "\x00",
        "\ufffc",
        "\u200b",
        "😀",
        "\ud800",
    ),
]

sources = st.one_of(
    st.lists(st.sampled_from(_FRAGMENTS), max_size=40).map("".join),
    st.text(max_size=60),
)
texts = st.one_of(
    st.lists(st.sampled_from(_FRAGMENTS), max_size=5).map("".join), st.text(max_size=8)
)
marks = st.frozensets(st.sampled_from(Mark), max_size=3)
runs = st.builds(Text, texts, marks)
_labels = st.lists(runs, max_size=3).map(tuple)
inlines = st.lists(
    st.one_of(
        runs,
        runs,
        st.just(LineBreak()),
        st.builds(
            Variable, st.one_of(st.sampled_from(["a", "plan.owner-name", "_1"]), texts), marks
        ),
        st.builds(Link, st.one_of(st.just("https://a.example/b_(c)?d=1&amp;"), texts), _labels),
        st.builds(
            Reference, st.sampled_from(ReferenceKind), st.one_of(st.just("a-1"), texts), _labels
        ),
    ),
    max_size=5,
).map(tuple)


def _lists(item):
    return st.builds(ListBlock, st.lists(item, max_size=3).map(tuple), st.booleans())


_items = st.recursive(
    st.builds(ListItem, inlines),
    lambda item: st.builds(ListItem, inlines, st.lists(_lists(item), max_size=2).map(tuple)),
    max_leaves=10,
)
_rows = st.lists(inlines, max_size=4).map(tuple)


blocks = st.one_of(
    st.builds(Paragraph, inlines),
    st.builds(Heading, st.integers(-1, 7), inlines),
    _lists(_items),
    _lists(_items),
    st.builds(Quote, st.lists(inlines, max_size=3).map(tuple)),
    st.builds(Table, _rows, st.lists(_rows, max_size=3).map(tuple)),
    st.just(Rule()),
)
proses = st.lists(blocks, max_size=4).map(tuple)
