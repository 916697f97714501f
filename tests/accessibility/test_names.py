"""Nothing that can be used is without a name, on no page."""

from functools import partial

from tests.accessibility.reader import Node, Reader

USED = frozenset(
    {
        "push button",
        "toggle button",
        "check box",
        "radio button",
        "combo box",
        "entry",
        "text",
        "spin button",
        "slider",
        "list",
        "list item",
        "tree",
        "tree table",
        "tree item",
        "table",
        "page tab",
        "page tab list",
        "menu item",
        "check menu item",
        "date editor",
    }
)
"""Roles of what people use."""


def test_nothing_on_any_page_is_without_a_name(started, sample):
    reader: Reader = started(str(sample))
    areas = reader.find("list", "Areas")
    reader.until("the plan is shown", lambda: reader.shown("label", "Overview"))
    nameless: dict[str, list[str]] = {}
    for area in [node.name for node in reader.nodes(areas) if node.role == "list item"]:
        if area == "Export":  # opens a dialog
            continue
        reader.press("list item", area, areas)
        reader.until(f"{area} is shown", partial(_title, reader, area))
        found = [_told(node) for node in reader.nodes() if _nameless(node)]
        if found:
            nameless[area] = found

    assert nameless == {}
    assert "Traceback" not in reader.said


def _title(reader: Reader, area: str) -> Node | None:
    words = area.partition(",")[0]
    return next(
        (node for node in reader.nodes() if node.role == "label" and node.name == words), None
    )


def _nameless(node: Node) -> bool:
    return node.role in USED and not node.name.strip()


def _told(node: Node) -> str:
    return f"{node.role} {node.actions} {node.description}"
