"""HTTPS: a certificate is believed or it is not, and either way it is told when it ends."""

import ssl
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from hazard_site import Site, endlessly, fetcher, moved, page

from prongsai.collect.evidence.fetching.fetched import Trouble
from prongsai.collect.evidence.fetching.limits import Limits

NOW = datetime.now(UTC).replace(microsecond=0)
HOST = "school.localhost"


def name(text):
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, text)])


class Authority:
    """roots: PEM. serve(host, ends): what a server needs to speak TLS under that name."""

    def __init__(self, folder):
        self.folder, self.key = folder, ec.generate_private_key(ec.SECP256R1())
        self.certificate = self._certificate(
            "Test authority", self.key, NOW + timedelta(days=900), is_authority=True
        )
        self.roots = self.certificate.public_bytes(serialization.Encoding.PEM).decode()

    def _certificate(self, host, key, ends, *, is_authority=False):
        return (
            x509.CertificateBuilder()
            .subject_name(name(host))
            .issuer_name(name("Test authority"))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(NOW - timedelta(days=900))
            .not_valid_after(ends)
            .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
            .add_extension(
                x509.SubjectAlternativeName([x509.DNSName(host.replace(" ", "-"))]), critical=False
            )
            .sign(self.key, hashes.SHA256())
        )

    def serve(self, host, ends):
        key = ec.generate_private_key(ec.SECP256R1())
        both = self.folder / f"{host}.pem"
        plain = serialization.NoEncryption()
        form = serialization.PrivateFormat.PKCS8
        both.write_bytes(
            key.private_bytes(serialization.Encoding.PEM, form, plain)
            + self._certificate(host, key, ends).public_bytes(serialization.Encoding.PEM)
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(both)
        return context


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


def look_at(tls, *, host=HOST, roots="", answer=None):
    with Site(answer or page(b"secret"), tls=tls) as site, fetcher(roots=roots) as look:
        return look.get(site.url(host=host, scheme="https")), site


def test_a_believed_certificate_is_read_for_its_end(authority):
    ends = NOW + timedelta(days=20)
    fetched, _ = look_at(authority.serve(HOST, ends), roots=authority.roots)

    assert (fetched.trouble, fetched.body, fetched.certificate_ends) == (None, b"secret", ends)


@pytest.mark.parametrize(
    ("named", "days", "is_known"),
    [
        pytest.param(HOST, 20, False, id="nobody knows who signed it"),
        pytest.param(HOST, -3, True, id="it has ended"),
        pytest.param("other.localhost", 20, True, id="it is another site's"),
    ],
)
def test_a_certificate_that_is_not_believed_gets_no_request(named, days, is_known, authority):
    ends = NOW + timedelta(days=days)
    fetched, site = look_at(authority.serve(named, ends), roots=authority.roots if is_known else "")

    assert (fetched.trouble, fetched.status, fetched.certificate_ends) == (Trouble.CERTIFICATE, 0, ends)
    assert site.requests == []


def test_a_site_that_speaks_no_tls_has_no_certificate(authority):
    fetched, site = look_at(None, answer=page())

    assert (fetched.trouble, fetched.certificate_ends, site.requests) == (Trouble.CERTIFICATE, None, [])


def test_a_redirect_from_plain_http_ends_at_the_certificate(authority):
    ends = NOW + timedelta(days=400)
    safe = Site(page(b"safe"), tls=authority.serve(HOST, ends))
    plain = Site(lambda *_: moved(safe.url(host=HOST, scheme="https")))
    with safe, plain, fetcher(roots=authority.roots) as look:
        fetched = look.get(plain.url(host=HOST))

    assert (fetched.body, fetched.certificate_ends, len(fetched.hops)) == (b"safe", ends, 1)


def test_over_plain_http_there_is_no_certificate():
    with Site(page()) as site, fetcher() as look:
        assert look.get(site.url()).certificate_ends is None


def test_a_slow_stream_is_cut_off_over_tls_too(authority):
    tls = authority.serve(HOST, NOW + timedelta(days=20))
    hasty = Limits(read_seconds=0.5, whole_seconds=0.8)
    slow = endlessly(b"HTTP/1.1 200 OK\r\n\r\n", b"a", pause=0.1)
    with Site(slow, tls=tls) as site, fetcher(limits=hasty, roots=authority.roots) as look:
        fetched = look.get(site.url(host=HOST, scheme="https"))

    assert (fetched.trouble, fetched.status) == (Trouble.TOO_SLOW, 200)
