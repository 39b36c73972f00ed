"""The whole service as an installation runs it, in a process of its own: ``marketcross serve`` on a free port."""

import http.client
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from marketcross.web.core.database.supervisor import forget

START_SECONDS, STOP_SECONDS = 240, 90
HOST = "care.example.gov.uk"


@dataclass
class Service:
    """A running service. ``get`` speaks to it as the council's proxy would."""

    process: "subprocess.Popen[bytes]"
    port: int
    data: Path
    log: Path
    secrets: tuple[str, ...]
    settings: dict[str, str]

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        return self.ask("GET", path, **headers)

    def ask(
        self, method: str, path: str, body: bytes | None = None, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers in small letters (a repeated one joined by a line break), and the page."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        sent = {"Host": HOST, "X-Forwarded-Proto": "https"} | {k.replace("_", "-"): v for k, v in headers.items()}
        try:
            connection.request(method, path, body, sent)
            answer = connection.getresponse()
            page, said = answer.read(), dict[str, str]()
            for name, value in answer.getheaders():
                said[name.lower()] = f"{said[name.lower()]}\n{value}" if name.lower() in said else value
        finally:
            connection.close()
        return answer.status, said, page

    def postgres(self) -> list[psutil.Process]:
        """The PostgreSQL processes of this service's data."""
        return [p for p in psutil.process_iter() if any(str(self.data) in word for word in _words(p))]

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(STOP_SECONDS)


def _words(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline() if process.name().startswith("postgres") else []
    except psutil.Error:
        return []


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def installation() -> Iterator[Path]:
    """A folder for a service and its data, which several starts may use one after the other."""
    with tempfile.TemporaryDirectory(prefix="marketcross-serve-", ignore_cleanup_errors=True) as name:
        Path(name).chmod(0o755)
        yield Path(name)
        forget(Path(name) / "data")


@contextmanager
def serving(folder: Path, workers: int = 1, **settings: str) -> Iterator[Service]:
    """The service in production's mode on made secrets, ready to answer."""
    made, port = (secrets.token_urlsafe(48), secrets.token_urlsafe(48)), free_port()
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("MARKETCROSS_", "DATABASE_"))}
    ours = {
        "MARKETCROSS_MODE": "production",
        "MARKETCROSS_SECRET_KEY": made[0],
        "MARKETCROSS_AUDIT_KEY": made[1],
        "MARKETCROSS_HOSTS": HOST,
        "MARKETCROSS_TLS": "proxy",
        "MARKETCROSS_DATA": str(folder / "data"),
    }
    with (folder / "log").open("wb") as log:
        words = [sys.executable, "-m", "marketcross", "serve", "--port", str(port), "--workers", str(workers)]
        process = subprocess.Popen(words, env=clean | ours | settings, stdout=log, stderr=log, cwd=folder)
    service = Service(process, port, folder / "data", folder / "log", made, ours | settings)
    try:
        _wait(service)
        yield service
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait(service: Service) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        assert service.process.poll() is None, service.log.read_text()[-3_000:]
        try:
            if service.get("/ready")[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise AssertionError(service.log.read_text()[-3_000:])
