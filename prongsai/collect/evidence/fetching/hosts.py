"""One way to write a host: Thai names in punycode, numbers as they are, nothing disguised."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address

import idna

from prongsai.collect.evidence.fetching.stopped import BadAddressError, ForbiddenError

LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
LONGEST = 253


def canonical(host: str) -> str:
    """The host in small ASCII letters, without a closing dot; an IPv6 address without brackets.

    raises  ForbiddenError for a number that is not four plain decimals: nobody honest writes one.
            BadAddressError for what cannot be a host.
    """
    if ":" in host:
        return _six(host.removeprefix("[").removesuffix("]"))
    name = _ascii(host).removesuffix(".")
    labels = name.split(".")
    if len(name) > LONGEST or not all(LABEL.fullmatch(label) for label in labels):
        raise BadAddressError(f"No host is called {host[:80]!r}.")
    return _four(name) if NUMBER.fullmatch(labels[-1]) else name


def _ascii(host: str) -> str:
    if host.isascii():
        return host.lower()
    try:
        return idna.encode(host, uts46=True).decode("ascii").lower()
    except UnicodeError as error:
        raise BadAddressError(f"No host is called {host[:80]!r}.") from error


def _four(name: str) -> str:
    try:
        return str(IPv4Address(name))
    except ValueError as error:
        raise ForbiddenError(f"{name} is a number in disguise.") from error


def _six(name: str) -> str:
    try:
        address = IPv6Address(name)
    except ValueError as error:
        raise BadAddressError(f"[{name[:80]}] is no IPv6 address.") from error
    if address.scope_id is not None:
        raise ForbiddenError(f"[{name}] names a network card of this machine.")
    return str(address)
