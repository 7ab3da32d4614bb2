"""Nothing inside may be reached through the checker: every address is looked up and judged before its use."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address

from prongsai.collect.evidence.fetching.fetched import Trouble
from prongsai.collect.evidence.fetching.hosts import canonical
from prongsai.collect.evidence.fetching.networks import is_public
from prongsai.collect.evidence.fetching.stopped import ForbiddenError, Stopped

Resolve = Callable[[str, int], Sequence[str]]

WEB = frozenset({80, 443})
MOST_ADDRESSES = 4
LOCAL = re.compile(r"(.*\.)?localhost")
# Names that only mean something inside a network.
INSIDE = re.compile(r"[^.]*|(.*\.)?(localhost|localdomain|internal|intranet|local|lan|home|corp|home\.arpa)")
UNKNOWN_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


def by_system(host: str, port: int) -> list[str]:
    """All addresses that this machine finds for a name, each once."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        unknown = error.errno in UNKNOWN_NAME
        raise Stopped(Trouble.NO_NAME if unknown else Trouble.NOT_REACHED, str(error)) from error
    except UnicodeError as error:
        raise Stopped(Trouble.NO_NAME, str(error)) from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Who may be asked. Safe between threads.

    allows_loopback  lets this machine itself be asked, at any port: for tests and demonstrations only.
    ports            of public addresses.
    resolve          (name, port) -> addresses; raises Stopped.
    """

    allows_loopback: bool = False
    ports: frozenset[int] = WEB
    resolve: Resolve = by_system

    def addresses_of(self, host: str, port: int) -> tuple[str, ...]:
        """Addresses to connect to, and no others; IPv4 first, at most four.

        raises  ForbiddenError if even one of the host's addresses is not public, or the port is not allowed.
                Stopped if the name is not known or cannot be a name.
        """
        name = canonical(host)
        found = [_read(address) for address in self._found(name, port)]
        if not found:
            raise Stopped(Trouble.NO_NAME, f"{name} has no address.")
        if self.allows_loopback and all(address.is_loopback for address in found):
            return _first(found)
        closed = [address for address in found if not is_public(address)]
        if closed:
            raise ForbiddenError(f"{name} stands at {closed[0]}, which is not a public address.")
        if port not in self.ports:
            raise ForbiddenError(f"Port {port} of {name} is not one of the web's.")
        return _first(found)

    def _found(self, name: str, port: int) -> Sequence[str]:
        if _is_number(name):
            return (name,)
        if self.allows_loopback and LOCAL.fullmatch(name):
            return ("127.0.0.1",)
        if INSIDE.fullmatch(name):
            raise ForbiddenError(f"{name} is a name of a network inside.")
        return self.resolve(name, port)


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _read(address: str) -> IPv4Address | IPv6Address:
    try:
        return ip_address(address)
    except ValueError as error:
        raise ForbiddenError(f"{address!r} is no address on the network.") from error


def _first(found: Sequence[IPv4Address | IPv6Address]) -> tuple[str, ...]:
    return tuple(
        str(address) for address in sorted(found, key=lambda address: address.version)[:MOST_ADDRESSES]
    )
