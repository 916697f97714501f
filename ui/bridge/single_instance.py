"""One window per person: a second start hands its file to the first and ends."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS = 1000
"""How long a second start waits for the first."""

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
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)

    def claim(self) -> bool:
        """Whether this process is the first, and now listens."""
        if not self._lock.tryLock(0):
            return False
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def hand_over(self, path: str) -> bool:
        """Give `path` to the first process; False when it does not answer."""
        socket = QLocalSocket(self)
        socket.connectToServer(self._name)
        if not socket.waitForConnected(ANSWER_MS):
            return False
        socket.write(path.encode("utf-8", "surrogatepass"))
        socket.flush()
        written = socket.waitForBytesWritten(ANSWER_MS) or not socket.bytesToWrite()
        socket.disconnectFromServer()
        return written

    def release(self) -> None:
        """Let another process be the first."""
        self._server.close()
        self._lock.unlock()

    @Slot()
    def _on_connected(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(self._on_message)
            if socket.state() is QLocalSocket.LocalSocketState.UnconnectedState:
                self._read(socket)

    @Slot()
    def _on_message(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        data = bytes(socket.read(LONGEST_PATH).data())
        socket.deleteLater()
        self.asked.emit(data.decode("utf-8", "surrogatepass"))
