"""Opens a journal without Handrail, with its passphrase or recovery code, and writes out what is in it.

python3 build_scripts/read_journal.py FOLDER OUT [--code]

FOLDER: of one journal, or of several; OUT: a folder that is not there yet. Needs only Python 3.11, `apsw-sqlite3mc` and
`PyNaCl`. It imports nothing of Handrail, on purpose: docs/journal.md is all that it knows. OUT is not locked: anyone
can open it. Work on a copy of the journal's folder; nothing in it is changed.
"""

from __future__ import annotations

import argparse
import getpass
import hashlib
import json
import sys
import unicodedata
from pathlib import Path
from typing import Any

import apsw
import nacl.bindings
import nacl.exceptions

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}


class UnreadableError(Exception):
    """The text is for people."""


def dense(value: object) -> bytes:
    """JSON as it stands in `keys`, and as it was sealed."""
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def slot_key(slot: dict[str, Any], secret: str) -> bytes:
    """The key of 32 bytes that a slot's seal needs."""
    salt = bytes.fromhex(slot["salt"])
    if slot["kdf"] == "argon2id":
        passphrase = unicodedata.normalize("NFKC", secret).encode()
        kind = nacl.bindings.crypto_pwhash_ALG_ARGON2ID13
        return bytes(nacl.bindings.crypto_pwhash_alg(32, passphrase, salt, slot["opslimit"], slot["memlimit"], kind))
    number = 0
    for letter in "".join(secret.upper().split()).replace("-", ""):
        number = number << 5 | ALPHABET.index({"O": "0", "I": "1", "L": "1"}.get(letter, letter))
    code = (number >> 2).to_bytes(16, "big")
    return hashlib.blake2b(code, digest_size=32, salt=salt, person=b"handrail-recover").digest()


def store_key(folder: Path, kind: str, secret: str) -> bytes | None:
    """The key of the store in this folder; None when the secret is of another journal."""
    keys = json.loads((folder / "keys").read_bytes())
    if keys["version"] != 1:
        raise UnreadableError("The key file is of a newer version than this script.")
    for slot in keys["slots"]:
        if slot["type"] != kind:
            continue
        parameters = {name: slot[name] for name in ("type", "kdf", "opslimit", "memlimit", "salt")}
        bound = dense({"version": 1, "store": keys["store"], **parameters})
        try:
            return bytes(
                nacl.bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
                    bytes.fromhex(slot["wrapped"]), bound, bytes.fromhex(slot["nonce"]), slot_key(slot, secret)
                )
            )
        except nacl.exceptions.CryptoError:
            return None
    return None


def open_store(folder: Path, key: bytes) -> apsw.Connection:
    """The store, for reading only."""
    connection = apsw.Connection(str(folder / "store"), flags=apsw.SQLITE_OPEN_READONLY)
    connection.pragma("cipher", "chacha20")
    connection.pragma("key", "raw:" + key.hex())
    if connection.pragma("user_version") != 1:
        raise UnreadableError("The store is of a newer version than this script.")
    return connection


def rows(connection: apsw.Connection, sql: str) -> list[Any]:
    """All rows of an answer."""
    return connection.execute(sql).fetchall()


def chain_is_whole(connection: apsw.Connection) -> bool:
    """Whether every text fits its hash and every hash follows from the one before."""
    links = rows(
        connection,
        "SELECT n, digest, head, random, text FROM revisions "
        "UNION ALL SELECT n, digest, head, NULL, NULL FROM tombstones ORDER BY n",
    )
    head = bytes(32)
    for at, (n, digest, kept, random, text) in enumerate(links, 1):
        head = hashlib.sha256(head + digest).digest()
        if n != at or head != kept or (text is not None and hashlib.sha256(random + text).digest() != digest):
            return False
    return True


def write_out(connection: apsw.Connection, out: Path) -> str:
    """Writes the texts and the pictures, and gives a sentence on what came out."""
    out.mkdir(mode=0o700)
    revisions = [json.loads(text) for (text,) in rows(connection, "SELECT text FROM revisions ORDER BY n")]
    drafts = {str(entry): json.loads(text) for entry, text in rows(connection, "SELECT entry, text FROM drafts")}
    text = json.dumps({"revisions": revisions, "drafts": drafts}, indent=2, ensure_ascii=False)
    (out / "journal.json").write_text(text + "\n", encoding="utf-8")
    pictures = 0
    for number, kind, sha256, data in rows(connection, "SELECT number, type, sha256, bytes FROM exhibits"):
        if hashlib.sha256(data).digest() != sha256:
            raise UnreadableError(f"Picture {number} is not as it was kept.")
        (out / f"{number:04}.{ENDINGS.get(str(kind), 'bin')}").write_bytes(data)
        pictures += 1
    fits = "fit together" if chain_is_whole(connection) else "DO NOT FIT TOGETHER"
    return f"{len(revisions)} texts and {pictures} pictures are in {out}. The hashes {fits}."


def main() -> int:
    """Gives 0 when everything was written out."""
    options = argparse.ArgumentParser(description="Opens a Handrail journal without Handrail.")
    options.add_argument("folder", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--code", action="store_true", help="ask for the recovery code, not for the passphrase")
    chosen = options.parse_args()
    kind = "recovery" if chosen.code else "passphrase"
    asked = f"{kind.capitalize()}: "
    secret = getpass.getpass(asked) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    try:
        for keys in sorted([*chosen.folder.glob("keys"), *chosen.folder.glob("*/keys")]):
            key = store_key(keys.parent, kind, secret)
            if key is not None:
                print(write_out(open_store(keys.parent, key), chosen.out))
                return 0
        print(f"No journal in {chosen.folder} opens with that.", file=sys.stderr)
    except (UnreadableError, OSError, ValueError, KeyError, apsw.Error) as error:
        print(f"It cannot be read: {error}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
