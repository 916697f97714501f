from string import Formatter

import pytest

from app.domain.document.tree import Block
from app.domain.plan.sections import SECTION_KEYS
from app.export.compose.chapters import ANNEXES, Material, of_plan
from app.export.compose.prose import ProseComposer
from app.export.compose.scribe import Scribe
from tests.builders import plan_with
from tests.labels import ENGLISH, scribe

CHAPTERS = [(annex, chapter) for annex in ANNEXES for chapter in annex.chapters]


@pytest.mark.parametrize(("annex", "chapter"), CHAPTERS, ids=lambda each: each.title)
def test_a_pointer_names_the_annex_and_the_page_in_one_sentence(annex, chapter):
    pointer = ENGLISH(chapter.pointer)
    names = [name for _, name, _, _ in Formatter().parse(pointer) if name]

    assert sorted(names) == ["annex", "page"]
    assert pointer.endswith(".")
    assert chapter.section in SECTION_KEYS


@pytest.mark.parametrize("annex", ANNEXES, ids=lambda annex: annex.id)
def test_chapters_that_share_an_annex_have_titles_of_their_own(annex):
    titles = [chapter.title for chapter in annex.chapters]

    assert titles == [""] or (all(titles) and len(set(titles)) == len(titles))


def test_annexes_have_names_of_their_own():
    assert len({annex.id for annex in ANNEXES}) == len(ANNEXES)


def test_without_records_no_chapter_has_anything():
    plan = plan_with()
    material = Material(scribe(plan), ProseComposer(scribe(plan), str, lambda _: False), {})

    assert [chapter.presents(material) for _, chapter in CHAPTERS] == [()] * len(CHAPTERS)


def test_a_presentation_of_the_plan_gets_the_plan_and_the_words():
    plan = plan_with()
    material = Material(scribe(plan), ProseComposer(scribe(plan), str, lambda _: False), {})
    asked: list[Scribe] = []

    def present(given: Scribe) -> tuple[Block, ...]:
        asked.append(given)
        return ()

    of_plan(present)(material)

    assert asked == [material.scribe]
