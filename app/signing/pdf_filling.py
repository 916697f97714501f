"""Whether later revisions of a PDF do nothing but sign in its fields: a strict, quick answer.

Walking through every object of a long plan, as pyHanko's comparison does, takes many seconds.
What signing programs append to our files is small and always of the same shape, which is told
here by looking at the appended objects alone. Everything else is left to the long comparison.

Imports pyHanko; itself imported only from inside the functions of `app.signing`.
"""

from collections.abc import Sequence
from io import BytesIO

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    Reference,
)
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader

from app.signing.pdf_bodies import mentions, texts_in

_TRAILER_KEYS = ("/Root", "/Info", "/Encrypt")
_SIGNED_KEYS = frozenset({"/V", "/AP"})
_CATALOG_KEYS = frozenset({"/DSS", "/Extensions"})
_FORM_KEYS = frozenset({"/Fields", "/SigFlags"})
_PAGE_KEYS = frozenset({"/Annots"})
_PROOF_KEYS = frozenset({"/Certs", "/CRLs", "/OCSPs"})
_QUIET_KEYS = frozenset({"/Type", "/Subtype", "/FT", "/T", "/F", "/Rect", "/P", "/V", "/TU"})
"""What an invisible signature field may hold."""


def only_signed_since(reader: PdfFileReader, signed: int) -> bool:
    """Whether every revision after `signed` only signs, or adds what certificates are checked by.

    False says no more than that the answer takes a longer look.
    """
    later = range(signed + 1, reader.xrefs.total_revisions)
    steps = [_Step(reader, revision) for revision in later]
    return all(step.is_signing() for step in steps) and not _was_awaited(reader, signed, steps)


class _Step:
    """One revision beside the one before it."""

    def __init__(self, reader: PdfFileReader, revision: int) -> None:
        self._reader, self.revision = reader, revision
        self._old: HistoricalResolver = reader.get_historical_resolver(revision - 1)
        self._new: HistoricalResolver = reader.get_historical_resolver(revision)
        references = self._new.explicit_refs_in_revision()
        self.added = {each for each in references if self._old.is_ref_unassignable(each)}
        self._changed = references - self.added

    def is_signing(self) -> bool:
        """Whether each changed object is one that signing changes, and nothing else moved."""
        return (
            not self._new.refs_freed_in_revision()
            and self._grows()
            and all(map(self._keeps, _TRAILER_KEYS))
            and all(map(self._is_expected, self._changed))
        )

    def _grows(self) -> bool:
        """Whether the revision stands behind the one before it."""
        table = self._reader.xrefs.get_xref_container_info
        return bool(table(self.revision - 1).end_location < table(self.revision).end_location)

    def _keeps(self, key: str) -> bool:
        """Whether the revision begins at the same catalog and properties as the one before."""
        trailer = self._reader.trailer.flatten
        old, new = trailer(self.revision - 1), trailer(self.revision)
        return (key in old) == (key in new) and (
            key not in old or _spelled(old.raw_get(key)) == _spelled(new.raw_get(key))
        )

    def _is_expected(self, reference: Reference) -> bool:
        old, new = self._old(reference), self._new(reference)
        if isinstance(old, ArrayObject) and isinstance(new, ArrayObject):
            return self._only_quiet_fields(old, new)
        if type(old) is DictionaryObject and type(new) is DictionaryObject:
            return self._is_expected_dictionary(reference, old, new)
        return False

    def _is_expected_dictionary(
        self, reference: Reference, old: DictionaryObject, new: DictionaryObject
    ) -> bool:
        changed = _changed_keys(old, new)
        if reference.idnum == self._old.root_ref.idnum:
            return changed <= _CATALOG_KEYS
        if self._is_store(reference):
            return changed <= _PROOF_KEYS and all(
                _grew(self._list(old, key), self._list(new, key)) for key in changed
            )
        if "/Fields" in old:
            return changed <= _FORM_KEYS and self._same_or_quiet(old, new, "/Fields")
        if old.get("/Type") == "/Page":
            return changed <= _PAGE_KEYS and self._same_or_quiet(old, new, "/Annots")
        return self._is_filled(old, new, changed)

    def _is_store(self, reference: Reference) -> bool:
        """Whether it is the store of validation data, and nothing else besides."""
        if _store_of(self._old.root) != reference:
            return False
        before = range(self.revision)
        texts = (text for each in before for text in texts_in(self._reader, each))
        return mentions(texts, {reference.idnum}) == sum(map(self._names_store, before))

    def _names_store(self, revision: int) -> bool:
        """Whether a revision wrote a catalog that names the store."""
        history = self._reader.get_historical_resolver(revision)
        written = history.root_ref.idnum in {
            each.idnum for each in history.explicit_refs_in_revision()
        }
        return written and _store_of(history.root) == _store_of(self._old.root)

    def _list(self, holder: DictionaryObject, key: str) -> PdfObject:
        return holder.raw_get(key) if key in holder else ArrayObject()

    def _is_filled(self, old: DictionaryObject, new: DictionaryObject, changed: set[str]) -> bool:
        """Whether an empty signature field was signed; its box is where it was."""
        own = old.get("/FT") == "/Sig" and old.get("/Subtype") == "/Widget" and "/V" not in old
        value = new.raw_get("/V") if "/V" in new else None
        return (
            own
            and changed <= _SIGNED_KEYS
            and isinstance(value, IndirectObject)
            and value.reference in self.added
        )

    def _same_or_quiet(self, old: DictionaryObject, new: DictionaryObject, key: str) -> bool:
        before, after = self._list(old, key), self._list(new, key)
        if not isinstance(before, ArrayObject) or not isinstance(after, ArrayObject):
            return _spelled(before) == _spelled(after)
        return self._only_quiet_fields(before, after)

    def _only_quiet_fields(self, old: ArrayObject, new: ArrayObject) -> bool:
        """Whether the list grew by invisible signature fields, as time stamps are kept in."""
        added = list(new)[len(old) :]
        return _grew(old, new) and all(self._is_quiet_field(each) for each in added)

    def _is_quiet_field(self, item: PdfObject) -> bool:
        if not isinstance(item, IndirectObject) or item.reference not in self.added:
            return False
        field = self._new(item.reference)
        if type(field) is not DictionaryObject or not field.keys() <= _QUIET_KEYS:
            return False
        corners = [float(number) for number in field.get("/Rect", ())]
        flat = len(corners) == 4 and (corners[0] == corners[2] or corners[1] == corners[3])
        return flat and field.get("/FT") == "/Sig" and field.get("/Subtype") == "/Widget"


def _was_awaited(reader: PdfFileReader, signed: int, steps: Sequence[_Step]) -> bool:
    """Whether something refers to an object that came only later, and thereby changed."""
    for revision in range(signed + len(steps)):
        later = {each.idnum for step in steps if step.revision > revision for each in step.added}
        if mentions(texts_in(reader, revision), later):
            return True
    return False


def _store_of(root: DictionaryObject) -> Reference | None:
    """The store of validation data (DSS) that a catalog refers to; numbers alone count."""
    found = root.raw_get("/DSS") if "/DSS" in root else None
    return Reference(found.idnum, found.generation) if isinstance(found, IndirectObject) else None


def _grew(old: PdfObject, new: PdfObject) -> bool:
    """Whether a list still begins with all that it held."""
    if not isinstance(old, ArrayObject) or not isinstance(new, ArrayObject):
        return False
    return [_spelled(each) for each in list(new)[: len(old)]] == [_spelled(each) for each in old]


def _changed_keys(old: DictionaryObject, new: DictionaryObject) -> set[str]:
    """The keys whose values are not spelled alike."""
    return {
        key
        for key in {*old.keys(), *new.keys()}
        if key not in old
        or key not in new
        or _spelled(old.raw_get(key)) != _spelled(new.raw_get(key))
    }


def _spelled(value: PdfObject) -> bytes:
    output = BytesIO()
    value.write_to_stream(output, None)
    return output.getvalue()
