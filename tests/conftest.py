"""What all tests share: outside tools, and no silent gaps on the build machine."""

import gc
import os
import shutil
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "shared", deadline=None, suppress_health_check=(HealthCheck.too_slow,), print_blob=True
)
settings.load_profile("shared")
"""How long an example takes says something about the machine, not about the code."""

HERE = Path(__file__).parent
WITHOUT_SLOW_PASSPHRASES = ("ui", "integration/bootstrap", "integration/cli")

ELSEWHERE = "elsewhere:"
"""A skip whose reason begins so is meant: the test is for another system."""


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Tests and modules stay until the end: no collection of garbage looks through them again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Where no test is about passphrases, what is made for the tests is free of slow ones."""
    if not any(item.path.is_relative_to(HERE / folder) for folder in WITHOUT_SLOW_PASSPHRASES):
        return (yield)
    from tests.once import quick_identities

    with quick_identities():
        return (yield)


@pytest.fixture
def tool() -> Callable[[str], str]:
    """Return a function that finds an outside program, or skips the test without it."""

    def find(command: str) -> str:
        path = shutil.which(command)
        if path is None:
            pytest.skip(f"needs {command}; ./irplan test installs it when run as root")
        return path

    return find


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _refuse_a_gap(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _refuse_a_gap(report)
    return report


def _refuse_a_gap(report: pytest.TestReport | pytest.CollectReport) -> None:
    """On the build machine (CI=true) nothing may be skipped for want of a tool."""
    if os.environ.get("CI") != "true" or not report.skipped or hasattr(report, "wasxfail"):
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if not reason.removeprefix("Skipped: ").startswith(ELSEWHERE):
        report.outcome = "failed"
        report.longrepr = f"With CI=true nothing may be skipped: {reason}"
