"""Hostile sizes: twice the input may take about twice the time, never four times."""

import gc
import time

import pytest

from app.domain.document.prose.reader import read
from app.domain.document.prose.writer import write

pytestmark = pytest.mark.no_cover

_SIZE = 25_000
_TRIES = 4

SOURCES = {
    "one long paragraph": "word ",
    "unpaired stars": "*a ",
    "paired stars": "a*",
    "triple stars": "***a",
    "mixed openers": "**a *b ~~c ",
    "openers of links": "[",
    "links without an end": "[a](",
    "addresses without an end": "](a](a",
    "nested parentheses": "[a]((",
    "angles without an end": "[a](<",
    "links": "[a](b)",
    "braces": "{{",
    "variables without an end": "{{a",
    "backticks of two widths": "` `` ",
    "escapes": "\\*",
    "quotes in quotes": "> ",
    "bullets in bullets": "- ",
    "bullets": "- a\n",
    "short lines": "a\n",
    "hard breaks": "a\\\n",
    "bars": "|\n",
    "dashes of tables": "|-|\n",
    "fences": "```\n",
    "blanks": " ",
    "tildes": "~~a~~",
}


@pytest.fixture(autouse=True, scope="module")
def _small_heap():
    """What earlier tests left behind need not be looked through before each measurement."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def _seconds(source):
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        write(read(source))
        return time.process_time() - start
    finally:
        gc.enable()


def _ratio(piece):
    """How much longer twice as many pieces take."""
    count = _SIZE // len(piece)
    once, twice = (piece * times + "z" for times in (count, 2 * count))
    return (_seconds(twice) + 0.002) / (_seconds(once) + 0.002)


@pytest.mark.parametrize("piece", SOURCES.values(), ids=SOURCES.keys())
def test_time_grows_with_the_length_and_no_faster(piece):
    assert any(_ratio(piece) < 3 for _ in range(_TRIES))  # one slow moment is tried again


@pytest.mark.parametrize(
    "source",
    [
        "\n".join(" " * depth + "- a" for depth in range(600)),
        "> " * 50_000 + "a",
        "[" * 50_000 + "a" + "](b)" * 50_000,
        "**a " * 25_000 + "b**" * 25_000,
        "".join("`" * (1 + width) + " " for width in range(400)),
        "|a" * 20_000 + "|\n" + "|-" * 20_000 + "|\n" + "|\n" * 1_000,
        "a" + " " * 100_000 + "b",
        "# a" + " " * 100_000 + "b #",
    ],
    ids=["deep list", "deep quote", "brackets", "stars", "backticks", "wide table", "gap", "title"],
)
def test_extreme_shapes_read_and_stay_as_they_are(source):
    prose = read(source)

    assert read(write(prose)) == prose
