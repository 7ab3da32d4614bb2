"""An address as it goes over the wire: Thai paths percent-encoded, nothing that may be read in two ways."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin

from prongsai.collect.evidence.fetching.hosts import canonical
from prongsai.collect.evidence.fetching.stopped import BadAddressError

FORM = re.compile(r"(https?)://([^/?#]*)([^?#]*)(\?[^#]*)?(?:#.*)?", re.IGNORECASE | re.DOTALL)
AUTHORITY = re.compile(r"(\[[^\[\]]*\]|[^:\[\]]+)(?::([0-9]{0,5}))?")
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
NEVER_IN_A_HOST = re.compile(r"[\s@\\%]")
STAYS = "!#$%&'()*+,-./:;=?@[]^_|~"  # all that a server may be sent as it stands
PORTS = {"http": 80, "https": 443}
LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Place:
    """scheme "http" or "https"; host canonical, IPv6 without brackets; target: path and query, ASCII."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """As in a Host header: the port only where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def address(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"

    def leads_to(self, location: str) -> Place:
        """Where a redirect points, absolute or relative to here. raises: as `parse`."""
        _refuse_controls(location)
        try:
            return parse(location if SCHEME.match(location) else urljoin(self.address, location))
        except ValueError as error:
            raise BadAddressError(f"{location[:200]!r} cannot be read.") from error


def parse(address: str) -> Place:
    """Read an address as a person would paste it.

    raises  BadAddressError, or ForbiddenError for a number in disguise.
    """
    text = address.strip(" ")
    _refuse_controls(text)
    found = FORM.fullmatch(text)
    if not found or len(text) > LONGEST:
        raise BadAddressError(f"{text[:200]!r} is no address of http or https.")
    scheme, authority, path, query = found[1].lower(), found[2], found[3], found[4] or ""
    host, port = _authority(authority)
    number = int(port) if port else PORTS[scheme]
    if not 0 < number < 1 << 16:
        raise BadAddressError(f"There is no port {number}.")
    target = _quoted((path or "/").replace("\\", "/")) + _quoted(query)
    return Place(scheme, canonical(host), number, target)


def _refuse_controls(text: str) -> None:
    if CONTROL.search(text):
        raise BadAddressError("There are control characters in the address.")


def _authority(text: str) -> tuple[str, str]:
    found = AUTHORITY.fullmatch(text)
    if not found or NEVER_IN_A_HOST.search(text):
        raise BadAddressError(f"{text[:200]!r} is no host.")
    return found[1], found[2] or ""


def _quoted(text: str) -> str:
    return quote(text, safe=STAYS, errors="replace")
