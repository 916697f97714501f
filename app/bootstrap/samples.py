"""The sample organisations as they lie among the shipped files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from app.domain.errors import IrplanError
from app.paths import data_folder

SAMPLE = "northwind-health"
"""The sample organisation that is shown unless another is asked for."""


class SampleUnknown(IrplanError):
    """A name that is none of the sample organisations."""

    code: ClassVar[str] = "library.unknown-sample"

    def __init__(self, sample: str, known: Sequence[str]) -> None:
        super().__init__(
            f"There is no sample organisation {sample!r}; choose one of {', '.join(known)}.",
            sample=sample,
        )


@dataclass(frozen=True, slots=True)
class SampleCard:
    """A sample organisation as a list of choices shows it; all but `name` in words."""

    name: str
    organisation: str
    sector: str
    template: str


def samples_folder() -> Path:
    """The folder of the answers of the sample organisations, a file each."""
    return data_folder("resources") / "samples"


def sample_file(sample: str) -> Path:
    """The file of the answers of one sample, which need not be there."""
    return samples_folder() / f"{sample}.toml"
