from typing import Any

from app.domain.document.tree import Cover
from app.export.pdf.cover import cover_flows
from app.export.pdf.pagination import paginate
from app.export.pdf.text_block import TextBlock
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter


def flows(**changes) -> Any:
    values = {"organisation": "Org", "title": "Plan", "subtitle": "", "facts": (("Version", "1"),)}
    cover = Cover(**{**values, **changes})
    return list(cover_flows(cover, Typesetter(frozenset()), Element("Document")))


def test_a_long_title_gets_smaller():
    sizes = [
        max(f.piece.size for f in flows(title=title) if isinstance(f.piece, TextBlock))
        for title in ("Plan", "Incident response plan of a company with a long name " * 3)
    ]

    assert sizes[0] > sizes[1]


def test_the_cover_is_one_page():
    many = tuple((f"Fact {n}", "value") for n in range(12))

    assert len(paginate(flows(facts=many, subtitle="words " * 30)).pages) == 1


def test_facts_stand_at_the_same_height_whatever_the_subtitle():
    one, two = (paginate(flows(subtitle=s)).pages[0].placed[-1].top for s in ("", "Sub"))

    assert abs(one - two) < 1


def test_a_compact_cover_leaves_room_for_the_text():
    (masthead,) = flows(compact=True, subtitle="For the board")

    assert masthead.piece.height < 120
    assert not masthead.new_page
