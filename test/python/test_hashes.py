"""The key derivation functions: CPython's results, CPython's errors."""

import hashlib
import json
import unittest
from pathlib import Path

from django_playground.standins import hashes
from support import IN_PYODIDE

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))

# CPython's own, where there are some.
native = vars(hashlib).copy()


def setUpModule():
    if IN_PYODIDE:
        return  # The bridge has installed them.

    def scrypt(password, salt, n, r, p, length):
        return native["scrypt"](password, salt=salt, n=n, r=r, p=p, dklen=length)

    hashes.install(native["pbkdf2_hmac"], scrypt)
    unittest.addModuleCleanup(setattr, hashlib, "pbkdf2_hmac", native["pbkdf2_hmac"])
    unittest.addModuleCleanup(setattr, hashlib, "scrypt", native["scrypt"])


class ResultTests(unittest.TestCase):
    def test_pbkdf2(self):
        for digest, password, salt, iterations, length, expected in VECTORS["pbkdf2"]:
            with self.subTest((digest, password, salt, iterations, length)):
                password, salt = bytes.fromhex(password), bytes.fromhex(salt)
                derived = hashlib.pbkdf2_hmac(digest, password, salt, iterations, length)
                self.assertEqual(derived.hex(), expected)

    def test_scrypt(self):
        for password, salt, n, r, p, length, expected in VECTORS["scrypt"]:
            with self.subTest((password, salt, n, r, p, length)):
                password, salt = bytes.fromhex(password), bytes.fromhex(salt)
                derived = hashlib.scrypt(password, salt=salt, n=n, r=r, p=p, dklen=length)
                self.assertEqual(derived.hex(), expected)

    def test_every_digest_is_covered(self):
        names = {name for name in hashlib.algorithms_guaranteed if not name.startswith("shake")}
        self.assertEqual({vector[0] for vector in VECTORS["pbkdf2"]}, names)

    def test_names_of_digests(self):
        expected = hashlib.pbkdf2_hmac("sha256", b"p", b"s", 1)
        for name in ("SHA256", "sha-256", "SHA-256"):
            self.assertEqual(hashlib.pbkdf2_hmac(name, b"p", b"s", 1), expected)
        self.assertEqual(len(hashlib.pbkdf2_hmac("sha512-256", b"p", b"s", 1)), 32)
        self.assertEqual(len(hashlib.pbkdf2_hmac("blake2b512", b"p", b"s", 1)), 64)

    def test_arguments(self):
        expected = hashlib.pbkdf2_hmac("sha1", b"p", b"s", 2, 20)
        self.assertEqual(
            hashlib.pbkdf2_hmac(hash_name="sha1", password=b"p", salt=b"s", iterations=2),
            expected,
        )
        self.assertEqual(
            hashlib.pbkdf2_hmac("sha1", bytearray(b"p"), memoryview(b"s"), True + True),
            expected,
        )


PBKDF2_ERRORS = [
    ("none", b"p", b"s", 1),
    ("", b"p", b"s", 1),
    ("shake_128", b"p", b"s", 1),
    (b"sha256", b"p", b"s", 1),
    ("sha256", "p", b"s", 1),
    ("sha256", b"p", None, 1),
    ("sha256", b"p", b"s", 0),
    ("sha256", b"p", b"s", -1),
    ("sha256", b"p", b"s", 1.5),
    ("sha256", b"p", b"s", 2**31),
    ("sha256", b"p", b"s", 2**70),
    ("sha256", b"p", b"s", 1, 0),
    ("sha256", b"p", b"s", 1, -1),
    ("sha256", b"p", b"s", 1, 2**40),
]
SCRYPT_ERRORS = [
    {},
    {"salt": "s", "n": 16, "r": 8, "p": 1},
    {"salt": b"s", "n": 16, "r": 8},
    {"salt": b"s", "n": 15, "r": 8, "p": 1},
    {"salt": b"s", "n": 1, "r": 8, "p": 1},
    {"salt": b"s", "n": 0, "r": 8, "p": 1},
    {"salt": b"s", "n": -16, "r": 8, "p": 1},
    {"salt": b"s", "n": "16", "r": 8, "p": 1},
    {"salt": b"s", "n": 16, "r": 0, "p": 1},
    {"salt": b"s", "n": 16, "r": 8, "p": 0},
    {"salt": b"s", "n": 16, "r": 8, "p": 1, "dklen": 0},
    {"salt": b"s", "n": 16, "r": 8, "p": 1, "maxmem": -1},
    {"salt": b"s", "n": 16, "r": 8, "p": 1, "maxmem": 1000},
    {"salt": b"s", "n": 2**14, "r": 16, "p": 1},
    {"salt": b"s", "n": 2**20, "r": 8, "p": 1},
]


def error_of(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except Exception as error:
        return error
    return None


class ErrorTests(unittest.TestCase):
    def assertSameError(self, name, *args, **kwargs):
        error = error_of(getattr(hashlib, name), *args, **kwargs)
        self.assertIsInstance(error, (OverflowError, TypeError, ValueError))
        if name in native and not IN_PYODIDE:
            expected = error_of(native[name], *args, **kwargs)
            self.assertIsInstance(expected, type(error))
            # OpenSSL words its refusal of a digest differently in each version.
            if "hash type" not in str(error):
                self.assertEqual(str(error), str(expected))

    def test_pbkdf2(self):
        for args in PBKDF2_ERRORS:
            with self.subTest(args):
                self.assertSameError("pbkdf2_hmac", *args)

    def test_scrypt(self):
        for kwargs in SCRYPT_ERRORS:
            with self.subTest(kwargs):
                self.assertSameError("scrypt", b"p", **kwargs)
        self.assertSameError("scrypt", "p", salt=b"s", n=16, r=8, p=1)

    def test_the_largest_memory_allowed(self):
        self.assertEqual(len(hashlib.scrypt(b"p", salt=b"s", n=2**14, r=15, p=1)), 64)


if __name__ == "__main__":
    unittest.main()
