"""A page from the web: http or https only, no private addresses, bounded in size, time and redirects."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from urllib.parse import SplitResult, urljoin, urlsplit

from foedus.nouns import FoedusError
from foedus.reading.formats import LARGEST

SECONDS = 20.0
REDIRECTS = 5
_PORTS = {"http": 80, "https": 443}


def fetch(url: str) -> bytes:
    """The bytes at an address; FoedusError for another scheme, a private address, an error page, or too much."""
    deadline = time.monotonic() + SECONDS
    for _ in range(REDIRECTS + 1):
        answer = _asked(_split(url), deadline)
        if isinstance(answer, bytes):
            return answer
        url = urljoin(url, answer)
    raise FoedusError(f"{url}: more than {REDIRECTS} redirects")


def _split(url: str) -> SplitResult:
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise FoedusError(f"{url}: only http and https addresses are read")
    return parts


def _asked(parts: SplitResult, deadline: float) -> bytes | str:
    """The body at an address, or where it redirects to."""
    connection = _connection(parts, deadline)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request("GET", path, headers={"User-Agent": "foedus", "Accept": "text/html,text/plain,*/*;q=0.5"})
        answer = connection.getresponse()
        moved = answer.getheader("Location")
        if answer.status in (301, 302, 303, 307, 308) and moved:
            return moved
        if answer.status != 200:
            raise FoedusError(f"{parts.geturl()}: the server answered {answer.status} {answer.reason}")
        return _body(answer, parts, deadline)
    except (OSError, http.client.HTTPException) as error:
        raise FoedusError(f"{parts.geturl()}: {error}") from None
    finally:
        connection.close()


def _body(answer: http.client.HTTPResponse, parts: SplitResult, deadline: float) -> bytes:
    body = b""
    while piece := answer.read(1 << 16):
        body += piece
        if len(body) > LARGEST or time.monotonic() > deadline:
            raise FoedusError(f"{parts.geturl()}: more than {LARGEST / 1e6:.0f} MB or {SECONDS:.0f} seconds")
    return body


def _connection(parts: SplitResult, deadline: float) -> http.client.HTTPConnection:
    """A connection to the very address that was looked at, so that a second look-up cannot lead elsewhere."""
    host, port = str(parts.hostname), parts.port or _PORTS[parts.scheme]
    address = _public(host, port)
    left = max(0.1, deadline - time.monotonic())
    plain = http.client.HTTPConnection(host, port, timeout=left)
    try:
        plain.sock = socket.create_connection((address, port), timeout=left)
        if parts.scheme == "https":
            plain.sock = ssl.create_default_context().wrap_socket(plain.sock, server_hostname=host)
    except OSError as error:
        raise FoedusError(f"{parts.geturl()}: {error}") from None
    return plain


def _public(host: str, port: int) -> str:
    """The first address of a host; none of its addresses may be private, local or reserved."""
    try:
        found = [str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise FoedusError(f"{host}: no such host ({error})") from None
    private = [address for address in found if not ipaddress.ip_address(address.split("%")[0]).is_global]
    if private:
        raise FoedusError(f"{host} leads to {private[0]}, which is no public address: foedus reads only the public web")
    return found[0]
