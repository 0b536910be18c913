"""
``hashlib.pbkdf2_hmac()`` and ``hashlib.scrypt()``.

Missing: OpenSSL, and with it the two key derivation functions that Django's password hashers
call. They take too long in Python, so they are computed outside of it; this module gives them the
signatures and errors of CPython's.

Delete it when Pyodide's core build has ``_hashlib``.
"""

import hashlib
import hmac
from contextlib import contextmanager
from operator import index

__all__ = ["install", "known", "pbkdf2_in_python", "scrypt_refused"]

# CPython's limits are those of a C int and of OpenSSL.
INT_MAX = 2**31 - 1
LONG_MAX = 2**63 - 1
SCRYPT_MAX_MEMORY = 32 * 1024 * 1024

# What OpenSSL knows beside `hashlib.algorithms_guaranteed`, of which it has no key derivation
# with digests of variable length.
DIGEST_SIZES = {"ripemd160": 20, "sha512_224": 28, "sha512_256": 32} | {
    name: hashlib.new(name).digest_size
    for name in hashlib.algorithms_guaranteed
    if not name.startswith("shake_")
}
ALIASES = {"blake2b512": "blake2b", "blake2s256": "blake2s"}

# Results of derivations by their arguments, for as long as they are offered.
_known = {}


@contextmanager
def known(digest_name, password, salt, iterations, key):
    """Offer the result of a derivation that was made elsewhere."""
    arguments = digest_name, password, salt, iterations, len(key)
    _known[arguments] = key
    try:
        yield
    finally:
        del _known[arguments]


def install(pbkdf2, scrypt):
    """
    Add the functions to ``hashlib``.

    ``pbkdf2(digest_name, password, salt, iterations, length)`` and
    ``scrypt(password, salt, n, r, p, length)`` take and return bytes and are given checked values.
    """

    def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
        """Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as PRF."""
        digest_name = _digest_name(hash_name)
        password, salt = _bytes(password), _bytes(salt)
        iterations = index(iterations)
        if iterations < 1:
            raise ValueError("iteration value must be greater than 0.")
        if iterations > LONG_MAX:
            raise OverflowError("Python int too large to convert to C long")
        if iterations > INT_MAX:
            raise OverflowError("iteration value is too great.")
        length = DIGEST_SIZES[digest_name] if dklen is None else index(dklen)
        if length < 1:
            raise ValueError("key length must be greater than 0.")
        if length > INT_MAX:
            raise OverflowError("key length is too great.")
        key = _known.get((digest_name, password, salt, iterations, length))
        return key or pbkdf2(digest_name, password, salt, iterations, length)

    def scrypt_checked(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64):
        """scrypt password-based key derivation function."""
        password = _bytes(password)
        if salt is None:
            raise TypeError("salt is required")
        salt = _bytes(salt)
        n, r, p = _unsigned("n", n), _unsigned("r", r), _unsigned("p", p)
        if n < 2 or n & (n - 1):
            raise ValueError("n must be a power of 2.")
        maxmem, dklen = index(maxmem), index(dklen)
        if not 0 <= maxmem <= INT_MAX:
            raise ValueError(f"maxmem must be positive and smaller than {INT_MAX}")
        if not 1 <= dklen <= INT_MAX:
            raise ValueError(f"dklen must be greater than 0 and smaller than {INT_MAX}")
        if r < 1 or p < 1:
            raise ValueError("Invalid parameter combination for n, r, p, maxmem.")
        if 128 * r * (n + p + 2) > (maxmem or SCRYPT_MAX_MEMORY):
            raise ValueError("[digital envelope routines] memory limit exceeded")
        return scrypt(password, salt, n, r, p, dklen)

    scrypt_checked.__name__ = scrypt_checked.__qualname__ = "scrypt"
    hashlib.pbkdf2_hmac = pbkdf2_hmac
    hashlib.scrypt = scrypt_checked


def pbkdf2_in_python(digest_name, password, salt, iterations, length):
    """Derive a key where nobody outside of Python can: a password takes some seconds."""
    start = hmac.new(password, digestmod=digest_name)
    key = b""
    while len(key) < length:
        block = start.copy()
        block.update(salt + (len(key) // start.digest_size + 1).to_bytes(4))
        last = block.digest()
        sum = int.from_bytes(last)
        for _ in range(iterations - 1):
            block = start.copy()
            block.update(last)
            last = block.digest()
            sum ^= int.from_bytes(last)
        key += sum.to_bytes(start.digest_size)
    return key[:length]


def scrypt_refused(*args):
    """Say that a key cannot be derived."""
    raise NotImplementedError(
        "scrypt cannot be computed in a process that Python has started here. Use Django's default "
        "password hasher, or let the site itself do it."
    )


def _digest_name(name):
    if not isinstance(name, str):
        raise TypeError(
            f"pbkdf2_hmac() argument 'hash_name' must be str, not {type(name).__name__}"
        )
    digest_name = name.lower().replace("-", "_")
    # OpenSSL knows SHA-2 by "SHA-256" too.
    if digest_name.startswith("sha_"):
        digest_name = "sha" + digest_name.removeprefix("sha_")
    digest_name = ALIASES.get(digest_name, digest_name)
    if digest_name not in DIGEST_SIZES:
        raise ValueError(f"unsupported hash type {name}")
    return digest_name


def _bytes(value):
    try:
        return memoryview(value).tobytes()
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'") from None


def _unsigned(name, value):
    if isinstance(value, int) and value >= 0:
        return value
    if value is None or isinstance(value, int):
        raise TypeError(f"{name} is required and must be an unsigned int")
    raise TypeError(f"scrypt() argument '{name}' must be int, not {type(value).__name__}")
