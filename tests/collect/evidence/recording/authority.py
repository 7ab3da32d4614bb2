"""A time-stamping authority on this machine: OpenSSL's own, with certificates made for the test."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

DAY = timedelta(days=1)
CONFIG = """\
[tsa]
serial = {folder}/serial
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
ess_cert_id_alg = sha256
accuracy = secs:1
"""


class Authority:
    """root  PEM of the certificate that a verifier trusts.

    ends  when the signer's certificate ended or will.
    """

    def __init__(self, folder: Path, name="สำนักเวลาตัวอย่าง", *, ends=None):
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, now = folder, datetime.now(UTC)
        root_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in "ab")
        issuer = _name(f"{name} Root")
        root = _certificate(issuer, issuer, root_key, now - 900 * DAY, now + 900 * DAY)
        root = root.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        signer = _certificate(_name(name), issuer, key, now - 800 * DAY, ends or now + 400 * DAY)
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        signer = signer.add_extension(usage, critical=True)
        self.root = _pem(root.sign(root_key, hashes.SHA256()))
        (folder / "root.pem").write_bytes(self.root)
        (folder / "signer.pem").write_bytes(_pem(signer.sign(root_key, hashes.SHA256())))
        (folder / "key.pem").write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        (folder / "serial").write_text("01\n")
        (folder / "tsa.cnf").write_text(CONFIG.format(folder=folder))

    def post(self, request: bytes) -> bytes:
        """Answer a request as an authority on the network would."""
        (self.folder / "request.tsq").write_bytes(request)
        self._openssl("-reply", "-queryfile", "request.tsq", "-out", "answer.tsr")
        return (self.folder / "answer.tsr").read_bytes()

    def verifies(self, data: Path, answer: Path) -> bool:
        """What OpenSSL alone makes of a stamp."""
        command = [
            "openssl",
            "ts",
            "-verify",
            "-data",
            data,
            "-in",
            answer,
            "-CAfile",
            self.folder / "root.pem",
        ]
        told = subprocess.run(command, check=False, capture_output=True)
        return told.returncode == 0

    def _openssl(self, *words):
        command = ["openssl", "ts", *words, "-config", "tsa.cnf", "-section", "tsa"]
        command += ["-signer", "signer.pem", "-inkey", "key.pem"]
        subprocess.run(command, cwd=self.folder, check=True, capture_output=True)


def _name(name):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _certificate(subject, issuer, key, begins, ends):
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
    )


def _pem(certificate):
    return certificate.public_bytes(serialization.Encoding.PEM)
