"""Requests for approval handed over, and the answers to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap.documents import Documents
from app.bootstrap.rendering import FileRenderers

if TYPE_CHECKING:
    from app.services.approving.asking import ApprovalRequest, ApprovalResponse
    from app.services.rendering import RenderedPdf
    from app.services.text_signatures import TextSignature


class Handovers(Documents):
    """Everything that passes between an author's machine and an approver's."""

    def read_request(self, path: Path) -> ApprovalRequest:
        """What somebody is asked in the file `path`.

        Raises:
            IrplanError: it cannot be read, or is no request that holds together.
        """
        from app.exchange.handover.requests import read_request

        return read_request(path)

    def write_request(self, request: ApprovalRequest, path: Path) -> None:
        """Write a request to `path`; the plan's personal data is in it.

        Raises:
            IrplanError: the file cannot be written.
        """
        from app.exchange.handover.requests import request_bytes

        self.write(path, request_bytes(request))

    def request_pdf(self, request: ApprovalRequest) -> RenderedPdf:
        """The plan of a request to read, marked as a draft.

        Raises:
            IrplanError: its template is unknown here.
        """
        from app.services.exporting import Request

        judgement = self.judged(request.plan, self._day)
        when = self.clock.now().replace(microsecond=0)
        return FileRenderers().pdf(self.compose(judgement, Request(True, when, request.head)))

    def read_response(self, path: Path) -> ApprovalResponse:
        """The answer in the file `path`; whether it holds is not looked at.

        Raises:
            IrplanError: it cannot be read, or is no answer.
        """
        from app.exchange.handover.responses import read_response

        return read_response(path)

    def write_response(self, response: ApprovalResponse, path: Path) -> None:
        """Write an answer to `path`.

        Raises:
            IrplanError: the file cannot be written.
        """
        from app.exchange.handover.responses import response_bytes

        self.write(path, response_bytes(response))

    def verify_text(
        self, data: bytes, signature: bytes, at: datetime, trusted: Sequence[bytes] = ()
    ) -> TextSignature:
        """Judge a detached signature over `data`.

        Raises:
            IrplanError: a trusted certificate is not one.
        """
        from app.signing import verify_text

        return verify_text(data, signature, at, trusted)
