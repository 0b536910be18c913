"""
Write ``vectors.json``: key derivations by CPython's own hashlib, for Pyodide to agree with.

Run with ``python make_vectors.py``, in CPython, when a parameter is to be added.
"""

import hashlib
import json
from pathlib import Path

PASSWORDS = [
    b"",
    b"password",
    "pässwörd €😀".encode(),
    bytes(range(64)),
    bytes(range(200)),
]
SALTS = [b"", b"salt", bytes(range(100))]
DIGESTS = [name for name in hashlib.algorithms_guaranteed if not name.startswith("shake_")]
LENGTHS = [None, 1, 31, 32, 33, 100]
ITERATIONS = [1, 2, 3, 2048, 2049, 5000]
SCRYPT = [
    (2, 1, 1, 64),
    (16, 8, 1, 64),
    (16, 1, 3, 1),
    (1024, 8, 5, 33),
    (2**14, 8, 5, 64),
]


def pbkdf2_cases():
    """Yield each parameter with others that vary along."""
    for password in PASSWORDS:
        for salt in SALTS:
            yield "sha256", password, salt, 2, None
    for iterations in ITERATIONS:
        for length in LENGTHS:
            yield "sha256", b"password", b"salt", iterations, length
    for digest in sorted(DIGESTS):
        for length in (None, 200):
            yield digest, b"password" * 20, b"salt", 3, length
    yield "sha256", b"password", b"salt", 1_000_000, None


def vectors():
    """Return parameters and results, bytes as hexadecimal digits."""
    return {
        "pbkdf2": [
            [
                *(digest, password.hex(), salt.hex(), iterations, length),
                hashlib.pbkdf2_hmac(digest, password, salt, iterations, length).hex(),
            ]
            for digest, password, salt, iterations, length in pbkdf2_cases()
        ],
        "scrypt": [
            [
                *(password.hex(), salt.hex(), n, r, p, length),
                hashlib.scrypt(password, salt=salt, n=n, r=r, p=p, dklen=length).hex(),
            ]
            for n, r, p, length in SCRYPT
            for password, salt in ((b"password", b"salt"), (PASSWORDS[2], b""))
        ],
    }


if __name__ == "__main__":
    path = Path(__file__).with_name("vectors.json")
    path.write_text(json.dumps(vectors(), indent=0) + "\n", encoding="utf-8")
