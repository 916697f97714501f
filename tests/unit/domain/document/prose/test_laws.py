"""Whatever people write, paste or generate comes back as it was stored."""

from hypothesis import given, settings

from app.domain.document.prose.mentions import references, variables
from app.domain.document.prose.normal import normalise
from app.domain.document.prose.reader import read
from app.domain.document.prose.text import plain_text
from app.domain.document.prose.writer import write
from tests.unit.domain.document.prose.hostile import proses, sources

_thorough = settings(max_examples=100, deadline=None)


@_thorough
@given(proses)
def test_written_prose_reads_back_as_its_normal_form(prose):
    written = write(prose)

    assert read(written) == normalise(prose)


@_thorough
@given(proses)
def test_the_normal_form_is_final(prose):
    normal = normalise(prose)

    assert normalise(normal) == normal
    assert write(normal) == write(prose)


@_thorough
@given(sources)
def test_any_string_reads_and_its_second_writing_equals_its_first(source):
    once = write(read(source))

    assert write(read(once)) == once
    assert read(once) == read(source)


@_thorough
@given(proses)
def test_storing_loses_no_mention_and_no_word(prose):
    normal = normalise(prose)

    stored = read(write(prose))

    assert variables(stored) == variables(normal)
    assert references(stored) == references(normal)
    assert plain_text(stored) == plain_text(normal)
