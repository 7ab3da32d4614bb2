"""Whom to believe over HTTPS, and until when a site's certificate holds."""

from __future__ import annotations

import socket
import ssl
from datetime import datetime
from functools import cache

import certifi
from cryptography import x509


@cache
def verifying(roots: str = "") -> ssl.SSLContext:
    """Believes this machine's authorities, the web's, and those in `roots` (PEM)."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    if roots:
        context.load_verify_locations(cadata=roots)
    context.set_alpn_protocols(["http/1.1"])
    return context


def believing_all() -> ssl.SSLContext:
    """Only to read a certificate that was refused; nothing is ever sent over it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def end_of(sock: socket.socket) -> datetime | None:
    """When the peer's certificate ends (UTC); None over plain HTTP or if it cannot be read."""
    if not isinstance(sock, ssl.SSLSocket):
        return None
    try:
        return x509.load_der_x509_certificate(sock.getpeercert(binary_form=True) or b"").not_valid_after_utc
    except ValueError:
        return None
