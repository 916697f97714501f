"""An independent parser of CommonMark sees in the subset what our reader sees."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

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
from app.domain.document.prose.reader import read
from app.domain.document.prose.writer import write

pytestmark = pytest.mark.no_cover

_PARSER = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
_MARKS = {"strong": Mark.BOLD, "em": Mark.ITALIC, "s": Mark.STRIKE}
_VARIABLE = re.compile(r"\{\{([\w.-]+)\}\}")


def _oracle(source):
    return normalise(tuple(map(_block, SyntaxTreeNode(_PARSER.parse(source)).children)))


def _block(node):
    match node.type:
        case "heading":
            return Heading(int(node.tag[1]), _content(node))
        case "paragraph":
            return Paragraph(_content(node))
        case "blockquote":
            return Quote(tuple(map(_content, node.children)))
        case "bullet_list" | "ordered_list":
            return ListBlock(tuple(map(_item, node.children)), node.type == "ordered_list")
        case "table":
            rows = [
                tuple(map(_content, row.children))
                for part in node.children
                for row in part.children
            ]
            return Table(rows[0], tuple(rows[1:]))
        case "hr":
            return Rule()
        case _:
            raise AssertionError(node.type)


def _item(node):
    texts = [_content(child) for child in node.children if child.type == "paragraph"]
    nested = tuple(_block(child) for child in node.children if child.type != "paragraph")
    return ListItem(texts[0] if texts else (), nested)


def _content(node):
    return tuple(run for child in node.children[0].children for run in _runs(child, frozenset()))


def _runs(node, marks):
    inner = marks | {_MARKS[node.type]} if node.type in _MARKS else marks
    match node.type:
        case "text" | "softbreak":
            yield from _texts(node.content or " ", marks)
        case "code_inline":
            yield Text(node.content, marks | {Mark.CODE})
        case "hardbreak":
            yield LineBreak()
        case "link":
            label = tuple(run for child in node.children for run in _runs(child, marks))
            yield Link(node.attrs["href"], label)
        case _:
            for child in node.children:
                yield from _runs(child, inner)


def _texts(text, marks):
    at = 0
    for found in _VARIABLE.finditer(text):
        yield Text(text[at : found.start()], marks)
        yield Variable(found[1], marks)
        at = found.end()
    yield Text(text[at:], marks)


# Sources, put together by rule rather than by our writer.

_words = st.text("abcäß059", min_size=1, max_size=5)
_literals = st.sampled_from(
    [
        *("a_b", "x - y", r"\*", r"\[no\](link)", r"C:\Users", "5 * 4", "~ 3", "`` a`b ``"),
        *(r"\\", "(x)", "a|b", "1.5", "w/o", "Q&A", "a < b", "{one}", "[box]", "e.g.", '"q"', "1%"),
    ]
)
_atoms = st.one_of(
    _words,
    _words,
    _literals,
    st.just("{{plan.owner-name_2}}"),
    _words.map("`{}`".format),
    _words.map("[{}](https://a.example/b?c=d#e)".format),
    _words.map("[{} b](role:lead-1)".format),
)
_phrases = st.recursive(
    _atoms,
    lambda inner: st.tuples(
        st.sampled_from(["**{}**", "*{}*", "~~{}~~"]),
        st.lists(inner, min_size=1, max_size=3).map(" ".join),
    ).map(lambda pair: pair[0].format(pair[1]) if _spaced(pair[1]) else pair[1]),
    max_leaves=4,
)


def _spaced(text):
    """Whether marks around `text` touch a letter or digit, where both rules agree."""
    return text[0].isalnum() and text[-1].isalnum()


_line = st.lists(_phrases, min_size=1, max_size=5).map(" ".join).map("w {} w".format)
_text = st.lists(_line, min_size=1, max_size=3)
_breaks = st.sampled_from(["\n", "\\\n"])


def _indented(text, margin):
    return text.replace("\n", "\n" + margin)


@st.composite
def _list(draw, depth=1):
    ordered, step = draw(st.sampled_from([(False, 2), (False, 4), (True, 3), (True, 4)]))
    entries = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        text = (f"{number}. " if ordered else "- ") + _indented(
            draw(_breaks).join(draw(_text)), " " * step
        )
        if depth < 3 and draw(st.booleans()):
            text += "\n" + " " * step + _indented(draw(_list(depth + 1)), " " * step)
        entries.append(text)
    return "\n".join(entries)


@st.composite
def _table(draw):
    width = draw(st.integers(1, 4))
    cell = _line.map(lambda text: re.sub(r"\|", r"\\|", text))
    rows = draw(st.lists(st.lists(cell, min_size=width, max_size=width), min_size=1, max_size=4))
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join(
        [lines[0], "|" + draw(st.sampled_from([" --- |", ":-:|"])) * width, *lines[1:]]
    )


_paragraph = st.tuples(_text, _breaks).map(lambda pair: pair[1].join(pair[0]))
_blocks = st.one_of(
    _paragraph,
    st.tuples(st.sampled_from(["## ", "### "]), _line).map("".join),
    _list(),
    st.lists(_paragraph.map(lambda t: "> " + _indented(t, "> ")), min_size=1, max_size=3).map(
        "\n>\n".join
    ),
    _table(),
    st.just("---"),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_blocks, min_size=1, max_size=5).map("\n\n".join))
def test_a_document_of_the_subset_reads_as_commonmark_does(source):
    assert read(source) == _oracle(source)


@settings(max_examples=60, deadline=None)
@given(st.lists(_blocks, min_size=1, max_size=5).map("\n\n".join))
def test_what_our_writer_makes_of_it_reads_as_commonmark_does(source):
    written = write(read(source))

    assert _oracle(written) == read(source)


_safe_text = st.text(" abc1!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", min_size=1, max_size=12)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(_safe_text.map(Text), st.just(LineBreak())), max_size=4).map(tuple))
def test_literal_text_is_literal_for_other_readers_too(content):
    prose = normalise((Paragraph(content), Heading(2, content), Quote((content,))))

    assert _oracle(write(prose)) == _named(prose)


def _named(prose):
    """`prose` as a reader sees it that takes `{{a}}` in text, however written, for a variable."""
    return normalise(tuple(map(_with_variables, prose)))


def _with_variables(block):
    match block:
        case Paragraph(content):
            return Paragraph(_seen(content))
        case Heading(level, content):
            return Heading(level, _seen(content))
        case Quote(paragraphs):
            return Quote(tuple(map(_seen, paragraphs)))
        case _:
            raise AssertionError(block)


def _seen(content):
    return tuple(
        part
        for run in content
        for part in (_texts(run.text, run.marks) if isinstance(run, Text) else (run,))
    )


def test_a_reference_is_a_link_to_other_readers():
    source = "[the lead](role:lead-1)"
    lead = Reference(ReferenceKind.ROLE, "lead-1", (Text("the lead"),))

    assert read(source) == (Paragraph((lead,)),)
    assert _PARSER.render(source) == '<p><a href="role:lead-1">the lead</a></p>\n'
