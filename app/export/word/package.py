"""The package: its parts, how they relate, and what it says about itself.

Loads python-docx and, for figures, a rasteriser: import from inside functions only.
"""

import io
from collections.abc import Mapping
from datetime import UTC

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.coreprops import CoreProperties
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from typing_extensions import override

from app.domain.document.tree import Document, Metadata
from app.export.word.body import Body
from app.export.word.cover import cover
from app.export.word.legible import one_line
from app.export.word.numbering import numbering
from app.export.word.oxml import Element, root, serialised, w
from app.export.word.page import TURNED, UPRIGHT, Sheet
from app.export.word.palette import palette
from app.export.word.running import cover_header, empty_footer, footer, header
from app.export.word.scope import Media, Registrar, Scope, bookmark_names
from app.export.word.sections import Running, closed, section, stretches
from app.export.word.settings import font_table, settings
from app.export.word.styles import styles

_PREFIXES = ("w", "r", "wp", "a", "pic", "asvg", "v", "o", "w10")
_LONGEST_PROPERTY = 255


def package(document: Document, pages: Mapping[str, int]) -> bytes:
    """A zip with everything in it, not yet in canonical order."""
    return _Package(document, pages).written()


class _ElementPart(Part):
    """A part that is serialised when the package is saved, so that it may still grow."""

    def __init__(self, name: str, content_type: str, content: Element, owner: OpcPackage) -> None:
        super().__init__(PackURI(f"/word/{name}"), content_type, None, owner)  # type: ignore[arg-type]  # typed for its own Package subclass
        self._content = content

    @property
    @override
    def blob(self) -> bytes:
        return serialised(self._content)


class _Package:
    """One document on its way into a file."""

    def __init__(self, document: Document, pages: Mapping[str, int]) -> None:
        self._document = document
        self._last_page = max(pages.values(), default=1)
        self._opc = OpcPackage()
        self._body = w("body")
        self._content = root("w:document", _PREFIXES, self._body)
        self._main = _ElementPart("document.xml", CT.WML_DOCUMENT_MAIN, self._content, self._opc)
        self._opc.relate_to(self._main, RT.OFFICE_DOCUMENT)
        self._pictures = 0
        self._links: dict[str, str] = {}  # python-docx searches all its relationships each time
        self._scope = Scope(
            document.wording,
            Registrar(self._link, self._picture),
            bookmark_names(document.body),
            pages,
        )

    def written(self) -> bytes:
        language = self._document.metadata.language
        self._relate("styles.xml", CT.WML_STYLES, RT.STYLES, styles(language))
        self._relate("settings.xml", CT.WML_SETTINGS, RT.SETTINGS, settings(language))
        self._relate("fontTable.xml", CT.WML_FONT_TABLE, RT.FONT_TABLE, font_table())
        self._relate("theme/theme1.xml", CT.OFC_THEME, RT.THEME, palette())
        self._fill()
        numbers = numbering(self._scope.list_levels, self._document.wording.annex)
        self._relate("numbering.xml", CT.WML_NUMBERING, RT.NUMBERING, numbers)
        _describe(self._opc.core_properties, self._document.metadata)
        buffer = io.BytesIO()
        self._opc.save(buffer)
        return buffer.getvalue()

    def _fill(self) -> None:
        upright = self._running(UPRIGHT, "", 1)
        first = Running(
            upright.header,
            upright.footer,
            self._header("headerCover.xml", cover_header(self._document)),
            self._footer("footerCover.xml", empty_footer()),
        )
        front = cover(self._document.cover, self._scope, UPRIGHT.text_width)
        runs = stretches(self._document.body)
        if not runs:
            self._body.extend([*front, section(UPRIGHT, first, edge=True)])
            return
        self._body.extend(closed(front, section(UPRIGHT, first, edge=True)))
        turned = self._running(TURNED, "Wide", 2) if any(run.wide for run in runs) else upright
        body = Body(self._document, self._scope)
        for place, run in enumerate(runs, start=1):
            sheet, running = (TURNED, turned) if run.wide else (UPRIGHT, upright)
            elements = body.elements(run.blocks, sheet)
            end = section(sheet, running)
            last = place == len(runs)
            self._body.extend([*elements, end] if last else closed(elements, end))

    def _running(self, sheet: Sheet, suffix: str, ordinal: int) -> Running:
        head = header(self._document, sheet, ordinal)
        foot = footer(self._document, sheet, self._last_page)
        return Running(
            self._header(f"header{suffix}.xml", head), self._footer(f"footer{suffix}.xml", foot)
        )

    def _header(self, name: str, content: Element) -> str:
        return self._relate(name, CT.WML_HEADER, RT.HEADER, content)

    def _footer(self, name: str, content: Element) -> str:
        return self._relate(name, CT.WML_FOOTER, RT.FOOTER, content)

    def _relate(self, name: str, content_type: str, relation: str, content: Element) -> str:
        return self._main.relate_to(_ElementPart(name, content_type, content, self._opc), relation)

    def _link(self, address: str) -> str:
        if address not in self._links:
            ident = f"rIdLink{len(self._links) + 1}"
            self._main.rels.add_relationship(RT.HYPERLINK, address, ident, is_external=True)
            self._links[address] = ident
        return self._links[address]

    def _picture(self, png: bytes, svg: bytes) -> Media:
        self._pictures += 1
        stem = f"/word/media/figure{self._pictures}"
        return Media(
            self._image(f"{stem}.png", "image/png", png),
            self._image(f"{stem}.svg", "image/svg+xml", svg),
        )

    def _image(self, name: str, media_type: str, data: bytes) -> str:
        part = Part(PackURI(name), media_type, data, self._opc)  # type: ignore[arg-type]  # as above
        return self._main.relate_to(part, RT.IMAGE)


def _describe(properties: CoreProperties, data: Metadata) -> None:
    texts = {
        "title": data.title,
        "subject": data.subject,
        "author": data.author or data.organisation,
        "last_modified_by": data.author or data.organisation,
        "keywords": ", ".join(data.keywords),
        "category": data.sharing_label,
        "comments": data.content_hash,
        "language": data.language,
        "identifier": data.document_id,
        "version": data.version,
        "content_status": data.status,
    }
    for name, text in texts.items():
        setattr(properties, name, one_line(text, _LONGEST_PROPERTY))
    moment = data.created.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties.created = properties.modified = moment
    properties.revision = 1
