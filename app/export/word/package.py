"""The package: its parts, how they relate, and what it says about itself.

Loads python-docx and, for figures, a rasteriser: import from inside functions only.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
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
from app.export.word.comments import Remarks
from app.export.word.cover import cover
from app.export.word.donor.lending import lent_stationery
from app.export.word.donor.reading import read
from app.export.word.legible import one_line
from app.export.word.numbering import numbering
from app.export.word.oxml import Element, root, serialised, w
from app.export.word.plain_stationery import plain_stationery
from app.export.word.repainting import repaint
from app.export.word.scope import Media, Registrar, Scope, bookmark_names
from app.export.word.sections import Running, Stretch, closed, section, stretches
from app.export.word.settings import settings
from app.export.word.stationery import Edges, Image, Leaf, Stationery

_PREFIXES = ("w", "r", "wp", "a", "pic", "asvg", "v", "o", "w10")
_LONGEST_PROPERTY = 255


def package(document: Document, pages: Mapping[str, int], donor: bytes | None = None) -> bytes:
    """A zip with everything in it, not yet in canonical order.

    Raises:
        IrplanError: `donor` cannot lend its styles, header and footer.
    """
    last_page = max(pages.values(), default=1)
    paper = (
        plain_stationery(document, last_page)
        if donor is None
        else lent_stationery(read(donor), document, last_page)
    )
    return _Package(document, pages, paper).written()


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

    def __init__(self, document: Document, pages: Mapping[str, int], paper: Stationery) -> None:
        self._document = document
        self._paper = paper
        self._opc = OpcPackage()
        self._body = w("body")
        self._content = root("w:document", _PREFIXES, self._body)
        self._main = _ElementPart("document.xml", CT.WML_DOCUMENT_MAIN, self._content, self._opc)
        self._opc.relate_to(self._main, RT.OFFICE_DOCUMENT)
        self._pictures = 0
        self._lines = 0
        self._links: dict[str, str] = {}  # python-docx searches all its relationships each time
        self._lent: dict[Image, Part] = {}
        self._remarks = Remarks(document)
        self._scope = Scope(
            document.wording,
            Registrar(self._link, self._picture, self._remarks.about, self._line_image),
            bookmark_names(document.body),
            pages,
        )

    def written(self) -> bytes:
        language = self._document.metadata.language
        paper = self._paper
        arranged = settings(language, mirrored=paper.mirrored)
        self._relate("styles.xml", CT.WML_STYLES, RT.STYLES, Leaf(paper.styles))
        self._relate("settings.xml", CT.WML_SETTINGS, RT.SETTINGS, Leaf(arranged))
        self._relate("fontTable.xml", CT.WML_FONT_TABLE, RT.FONT_TABLE, Leaf(paper.fonts))
        self._relate("theme/theme1.xml", CT.OFC_THEME, RT.THEME, paper.theme)
        self._fill()
        repaint(self._content, paper.inks)
        numbers = numbering(self._scope.list_levels, self._document.wording.annex)
        self._relate("numbering.xml", CT.WML_NUMBERING, RT.NUMBERING, Leaf(numbers))
        remarks = self._remarks.part()
        if remarks is not None:
            self._relate("comments.xml", CT.WML_COMMENTS, RT.COMMENTS, Leaf(remarks))
        _describe(self._opc.core_properties, self._document.metadata)
        buffer = io.BytesIO()
        self._opc.save(buffer)
        return buffer.getvalue()

    def _fill(self) -> None:
        paper = self._paper
        upright = self._edges(paper.pages)
        first = replace(
            upright,
            first_header=self._head("headerCover.xml", paper.cover.header),
            first_footer=self._foot("footerCover.xml", paper.cover.footer),
        )
        front = cover(self._document.cover, self._scope, paper.upright.text_width)
        runs = stretches(self._document.body)
        cover_end = section(paper.upright, first, edge=paper.painted)
        if not runs:
            self._body.extend([*front, cover_end])
            return
        if not self._document.cover.compact:
            self._body.extend(closed(front, cover_end))
            front = []
        turned = self._turned(upright, runs)
        body = Body(self._document, self._scope)
        for place, run in enumerate(runs, start=1):
            sheet, running = (paper.turned, turned) if run.wide else (paper.upright, upright)
            elements = [*front, *body.elements(run.blocks, sheet)]
            front = []
            end = section(sheet, running)
            last = place == len(runs)
            self._body.extend([*elements, end] if last else closed(elements, end))

    def _turned(self, upright: Running, runs: Sequence[Stretch]) -> Running:
        if not any(run.wide for run in runs):
            return upright
        return self._edges(self._paper.turned_pages, "Wide")

    def _edges(self, edges: Edges, suffix: str = "") -> Running:
        return Running(
            self._head(f"header{suffix}.xml", edges.header),
            self._foot(f"footer{suffix}.xml", edges.footer),
            even_header=self._head(f"headerEven{suffix}.xml", edges.even_header),
            even_footer=self._foot(f"footerEven{suffix}.xml", edges.even_footer),
        )

    def _head(self, name: str, leaf: Leaf | None) -> str:
        return "" if leaf is None else self._relate(name, CT.WML_HEADER, RT.HEADER, leaf)

    def _foot(self, name: str, leaf: Leaf | None) -> str:
        return "" if leaf is None else self._relate(name, CT.WML_FOOTER, RT.FOOTER, leaf)

    def _relate(self, name: str, content_type: str, relation: str, leaf: Leaf) -> str:
        part = _ElementPart(name, content_type, leaf.content, self._opc)
        for ident, image in leaf.images.items():
            part.rels.add_relationship(RT.IMAGE, self._lent_image(image), ident)
        for ident, address in leaf.links.items():
            part.rels.add_relationship(RT.HYPERLINK, address, ident, is_external=True)
        return self._main.relate_to(part, relation)

    def _lent_image(self, image: Image) -> Part:
        """One part for equal pictures, however often a letterhead prints them."""
        if image not in self._lent:
            name = f"/word/media/letterhead{len(self._lent) + 1}.{image.ending}"
            self._lent[image] = self._media(name, image.media_type, image.data)
        return self._lent[image]

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

    def _line_image(self, data: bytes) -> str:
        self._lines += 1
        return self._image(f"/word/media/line{self._lines}.png", "image/png", data)

    def _image(self, name: str, media_type: str, data: bytes) -> str:
        return self._main.relate_to(self._media(name, media_type, data), RT.IMAGE)

    def _media(self, name: str, media_type: str, data: bytes) -> Part:
        return Part(PackURI(name), media_type, data, self._opc)  # type: ignore[arg-type]  # as above


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
