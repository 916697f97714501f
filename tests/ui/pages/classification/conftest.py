"""The page Classification over a small plan in memory."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.plan.classification import (
    ImpactLevel,
    IncidentCategory,
    MatrixCell,
    SampleIncident,
    SeverityLevel,
    UrgencyLevel,
)
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import Playbook
from app.domain.plan.trees import CommunicationTree
from tests.builders import plan_with, rid, role
from tests.ui.fakes import MemoryStore, open_plan
from ui.bridge.session import PlanBridge
from ui.pages.classification import ClassificationPage

ROWS = ("112", "123", "233")
"""The matrix of the small plan, worst first."""


def minutes(amount: int) -> Duration:
    return Duration(amount, TimeUnit.MINUTES)


def severity(rank: int, name: str) -> SeverityLevel:
    return SeverityLevel(
        rid(f"s{rank}"),
        f"S{rank} {name}",
        rank,
        meaning=f"Meaning {rank}.",
        respond_in_hours=minutes(15 * rank),
        respond_out_of_hours=minutes(30 * rank),
        escalate_in_hours=minutes(60),
        escalate_out_of_hours=minutes(60),
        update_every=minutes(60),
        informed=(rid("lead"),),
        notifications="All duties are assessed.",
    )


def classified(*more) -> Plan:
    """Three severities, a full matrix of three by three and a sample."""
    impacts = ("Severe", "Major", "Minor")
    urgencies = ("Now", "Soon", "Later")
    cells = [
        MatrixCell(
            rid(f"{impact.lower()}.{urgency.lower()}"),
            rid(impact.lower()),
            rid(urgency.lower()),
            rid(f"s{ROWS[row][column]}"),
        )
        for row, impact in enumerate(impacts)
        for column, urgency in enumerate(urgencies)
    ]
    return plan_with(
        role("lead", "Incident lead"),
        *(severity(rank, name) for rank, name in enumerate(("Critical", "High", "Low"), 1)),
        *(ImpactLevel(rid(name.lower()), name, at) for at, name in enumerate(impacts, 1)),
        *(UrgencyLevel(rid(name.lower()), name, at) for at, name in enumerate(urgencies, 1)),
        *cells,
        IncidentCategory(rid("malware"), "Malware", "Bad software."),
        SampleIncident(rid("locked"), "Servers are locked.", rid("major"), rid("now"), rid("s1")),
        CommunicationTree(rid("calls"), "Activation tree", starts_at=rid("s2")),
        Playbook(rid("lock"), "Ransomware", floor=rid("s3")),
        *more,
    )


def matrix_of(plan: Plan) -> str:
    """The ranks of the matrix row by row, 0 for an empty cell."""
    impacts = sorted(plan.impacts.values(), key=lambda level: level.rank)
    urgencies = sorted(plan.urgencies.values(), key=lambda level: level.rank)
    cells = {(cell.impact, cell.urgency): cell.severity for cell in plan.matrix.values()}
    return " ".join(
        "".join(
            str(plan.severities[cells[row.id, column.id]].rank)
            if (row.id, column.id) in cells
            else "0"
            for column in urgencies
        )
        for row in impacts
    )


def bridge_over(plan: Plan, host: QWidget, *, read_only: bool = False) -> PlanBridge:
    return PlanBridge(open_plan(MemoryStore(plan, read_only=read_only)), host)


@pytest.fixture
def bridge(host: QWidget) -> PlanBridge:
    return bridge_over(classified(), host)


@pytest.fixture
def show(qtbot, host: QWidget):
    """Shows the page over a plan."""

    def shown(bridge: PlanBridge, width: int = 1216) -> ClassificationPage:
        page = ClassificationPage(bridge, None, host)  # type: ignore[arg-type]  # it knows no desk
        host.resize(width, 840)
        page.resize(width, 840)
        with qtbot.waitActive(host):
            host.show()
        qtbot.waitUntil(lambda: page._below_shown)
        QCoreApplication.processEvents()
        return page

    return shown


@pytest.fixture
def page(show, bridge: PlanBridge) -> ClassificationPage:
    made: ClassificationPage = show(bridge)
    return made
