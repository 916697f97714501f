"""One window per person: a second start hands its file to the first and ends."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QThread, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS = 1000
"""How long a second start waits for the first."""

TRIES = 10
PAUSE_MS = 100
"""The first may just be showing its window, and listens a moment later."""

LONGEST_PATH = 32_768
"""More bytes than any path; a longer message is not read."""


class SingleInstance(QObject):
    """Holds the lock of this person's folder, and listens for later starts."""

    asked = Signal(str)
    """A later start wants this path opened; blank means only the window."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder.mkdir(parents=True, exist_ok=True)
        self._name = "irplan-" + hashlib.sha256(str(folder).encode()).hexdigest()[:16]
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Whether this process is the first."""
        return self._lock.tryLock(0)

    @Slot()
    def listen(self) -> None:
        """Hear of later starts; only for the process that claimed to be the first."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def hand_over(self, path: str) -> bool:
        """Give `path` to the first process; False when it does not answer."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket(self)
        if not any(self._reached(socket) for _ in range(TRIES)):
            return False
        socket.write(path.encode("utf-8", "surrogatepass"))
        socket.flush()
        written = socket.waitForBytesWritten(ANSWER_MS) or not socket.bytesToWrite()
        socket.disconnectFromServer()
        return written

    def release(self) -> None:
        """Let another process be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _reached(self, socket: QLocalSocket) -> bool:
        socket.connectToServer(self._name)
        if socket.waitForConnected(ANSWER_MS):
            return True
        QThread.msleep(PAUSE_MS)
        return False

    @Slot()
    def _on_connected(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        while self._server is not None and self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(self._on_message)
            if socket.state() is QLocalSocket.LocalSocketState.UnconnectedState:
                self._read(socket)

    @Slot()
    def _on_message(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        data = bytes(socket.read(LONGEST_PATH).data())
        socket.deleteLater()
        self.asked.emit(data.decode("utf-8", "surrogatepass"))
