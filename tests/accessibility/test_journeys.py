"""Three days of a compliance officer who neither sees the window nor points at it."""

from functools import partial
from pathlib import Path

from app.bootstrap import workshop
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.paths import AppPaths
from tests.accessibility.reader import Reader


def stored(file: Path, tmp_path: Path) -> Plan:
    """The plan as it stands in the file."""
    opened = workshop(AppPaths.below(tmp_path / "looking")).open(file, read_only=True)
    plan = opened.plan
    opened.store.close()
    return plan


def typed(reader: Reader, name: str, text: str) -> None:
    """Go into the field of this name and type in place of what it says."""
    reader.focus(reader.find("text", name))
    reader.keys("ctrl+a")
    reader.type(text)
    reader.until(f"{name!r} says {text!r}", lambda: reader.read(reader.find("text", name)) == text)


def test_from_the_interview_to_a_draft(started, tmp_path):
    reader: Reader = started()
    file = tmp_path / "quayside.irplan"

    reader.press("push button", "Use the template Small organisation plan")
    typed(reader, "Legal name of the organisation", "Quayside Ceramics Limited")
    typed(reader, "Short name", "Quayside")
    typed(reader, "Where to keep the plan", str(file))
    reader.press("push button", "Create the plan")

    reader.find("label", "Topic 1 of 8")
    reader.keys("ctrl+enter")
    typed(reader, "Who at the top answers for incident response?", "the managing director")
    typed(reader, "Who owns the plan and keeps it up to date?", "the office manager")
    reader.find("list item", "People and responsibility, Begun")
    for topic in range(3, 9):
        reader.keys("ctrl+enter")
        reader.find("label", f"Topic {topic} of 8")
    reader.keys("ctrl+enter")
    reader.find("label", "What your answers produce")
    reader.find("label", "Still open")
    reader.press("push button", "Go to the plan")

    reader.keys("ctrl+2")
    reader.find("label", "What this plan is for")
    assert "prepares for incidents" in reader.read(reader.find("text", "Text of the section"))
    reader.until("all is saved", lambda: reader.said_somewhere("Saved "))
    plan = stored(file, tmp_path)
    assert plan.profile.legal_name == "Quayside Ceramics Limited"
    assert plan.profile.owner == "the office manager"
    assert "the managing director" in {answer.value for answer in plan.answers.values()}
    assert all(section.prose for section in plan.sections.values())
    assert "Traceback" not in reader.said


CONTACTS = (
    "Name\tTitle\tMobile\tE-mail\n"
    "Maren Holt\tNight engineer\t+44 20 7946 0101\tmaren@example.org\n"
    "Jon Birk\tDuty manager\t+44 20 7946 0102\tjon@example.org\n"
)


def test_contacts_are_imported_and_a_tree_is_built_of_them(started, sample, tmp_path):
    reader: Reader = started(str(sample))
    reader.find("list", "Areas")
    before = stored(sample, tmp_path)

    imported(reader)
    built(reader)

    reader.until("all is saved", lambda: reader.said_somewhere("Saved "))
    plan = stored(sample, tmp_path)
    new = {person.name: person for person in plan.people.values() if person.id not in before.people}
    [tree] = [tree for tree in plan.trees.values() if tree.id not in before.trees]
    nodes = [node for node in plan.tree_nodes.values() if node.tree == tree.id]
    assert set(new) == {"Maren Holt", "Jon Birk"}
    assert new["Jon Birk"].channels[0].address == "+44 20 7946 0102"
    assert [node.target_id for node in nodes] == [new["Maren Holt"].id, new["Jon Birk"].id]
    assert [node.parent for node in nodes] == [None, nodes[0].id]
    assert "Traceback" not in reader.said


def imported(reader: Reader) -> None:
    """Paste the contacts and import them."""
    reader.keys("ctrl+3")
    reader.press("push button", "Import")
    reader.write("text", "Cells, one row on each line", CONTACTS)
    reader.press("push button", "Continue")
    reader.find("combo box", "Job title")
    reader.press("push button", "Continue")
    reader.find("label", "2 will be added")
    reader.press("push button", "Import 2")
    reader.find("push button", "Undo: Import 2 people")


def built(reader: Reader) -> None:
    """Add a tree in which one contact calls the other."""
    reader.keys("ctrl+4")
    reader.press("push button", "Add a tree")
    dialog = reader.find("dialog", "Add tree")
    reader.focus(reader.find("text", "Name", dialog))
    reader.type("Night tree")
    reader.press("push button", "Add", dialog)
    reader.press("push button", "Add who starts the tree")
    called(reader, "Maren", "Maren Holt, Person")
    reader.press("page tab", "Outline")
    first = reader.find("table cell", "Maren Holt")
    reader.focus(reader.find("tree", "Outline of the tree"))
    assert first.name.endswith("level 1")
    reader.keys("down", "insert")
    called(reader, "Jon B", "Jon Birk, Person")
    assert reader.find("table cell", "Jon Birk").name.endswith("level 2")


def called(reader: Reader, letters: str, shown: str) -> None:
    """Answer the question who is called with a few letters of a name."""
    dialog = reader.find("dialog", "Who ")
    reader.focus(reader.find("text", "Name", dialog))
    reader.type(letters)
    reader.find("list item", shown, dialog)
    reader.keys("enter")
    reader.until("the question is answered", lambda: reader.shown("dialog", "Who ") is None)


def test_a_change_of_the_matrix_makes_a_playbook_complain(started, sample, tmp_path):
    reader: Reader = started(str(sample))
    reader.find("list", "Areas")

    reader.keys("ctrl+6")
    assert "finding" not in reader.find("list item", "Ransomware and extortion").name
    reader.keys("ctrl+5")
    matrix = reader.find("table", "Severity by impact and urgency")
    reader.find("table", "Tests of the matrix")
    cells = [node.name for node in reader.nodes(matrix) if node.name.startswith("Impact ")]
    width = len({name.partition(", urgency ")[2].partition(":")[0] for name in cells})
    reader.focus(matrix)
    worst = [at for at, name in enumerate(cells) if name.endswith(": S1 Critical")]
    assert worst[0] == 0, "the keyboard is in the first cell to begin with"
    for at in worst:
        row, column = divmod(at, width)
        reader.keys(*["ctrl+home"] * bool(at), *["down"] * row, *["right"] * column)
        place = cells[at].removesuffix(": S1 Critical")
        reader.until(f"{place} has the keyboard", partial(focused, reader, place))
        reader.keys("2")
        reader.find("table cell", f"{place}: S2 High")
    reader.find("table cell", "Lands on S2 High")

    reader.keys("ctrl+6")
    reader.until(
        "the playbook complains",
        lambda: reader.find("list item", "Ransomware and extortion").name.endswith("1 finding"),
    )
    reader.press("page tab", "About")
    assert reader.said_somewhere("but no cell of the matrix gives S1 Critical or worse.")
    reader.until("all is saved", lambda: reader.said_somewhere("Saved "))
    given = {cell.severity for cell in stored(sample, tmp_path).matrix.values()}
    assert RecordId("s1") not in given
    assert "Traceback" not in reader.said


def focused(reader: Reader, place: str) -> bool:
    """Whether the cell at this place has the keyboard."""
    return any("focused" in node.states and node.name.startswith(place) for node in reader.nodes())
