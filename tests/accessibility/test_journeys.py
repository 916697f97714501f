"""Three days of a compliance officer who neither sees the window nor points at it."""

from pathlib import Path

from tests.accessibility.reader import Reader

from app.bootstrap import workshop
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.paths import AppPaths


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
    reader.until(
        f"{name!r} says {text!r}", lambda: reader.read(reader.find("text", name)) == text
    )


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
    assert reader.said_somewhere("What is open")
    reader.press("push button", "Go to the plan")
    reader.find("list", "Areas")

    reader.keys("ctrl+2")
    reader.until("the sections are shown", lambda: reader.said_somewhere("Purpose and objectives"))
    reader.until("all is saved", lambda: reader.said_somewhere("Saved "))
    plan = stored(file, tmp_path)
    assert plan.profile.legal_name == "Quayside Ceramics Limited"
    assert "the office manager" in {answer.value for answer in plan.answers.values()}
    assert any("managing director" in section.prose for section in plan.sections.values())
    assert RecordId("purpose") in plan.sections
    assert "Traceback" not in reader.said
