"""The parties outside."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.services.people.directory import Trait
from ui.models.cells import Cell
from ui.models.people_rows import Column, party_cells, party_columns
from ui.pages.people.contact_inspector import PartyInspector
from ui.pages.people.contact_tab import ContactTab
from ui.pages.people.inspector import Inspector


class PartiesTab(ContactTab):
    """The bodies outside."""

    KIND: ClassVar[Kind] = Kind.PARTY
    TRAITS: ClassVar[tuple[Trait, ...]] = (
        Trait.NO_OUT_OF_BAND,
        Trait.NOT_VERIFIED,
        Trait.UNNAMED,
    )

    @override
    def make_inspector(self, parent: QWidget) -> Inspector:
        return PartyInspector(self.edits, parent)

    @override
    def columns(self) -> tuple[Column, ...]:
        return party_columns()

    @override
    def words(self) -> str:
        return self.tr("Parties outside")

    @override
    def cells(self, key: RecordId) -> tuple[Cell, ...]:
        return party_cells(self.directory, key)
