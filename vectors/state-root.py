"""Writes state-root.json: leaves and roots computed here, apart from the Java code they test.

Run `python3 vectors/state-root.py` after a change of the encoding; such a change is a change of the
rules of a network. Nothing in the build runs this.
"""

import hashlib
import json
import pathlib
import struct
import uuid


def sha(data):
    return hashlib.sha256(data).digest()


EMPTY = bytes(32)


def subtree(leaves, depth):
    """The definition itself: no leaves, one leaf, or two halves by the next bit."""
    if not leaves:
        return EMPTY
    if len(leaves) == 1:
        key, value = leaves[0]
        return sha(b"\x00" + key + value)
    halves = ([], [])
    for key, value in leaves:
        halves[key[depth // 8] >> (7 - depth % 8) & 1].append((key, value))
    return sha(b"\x01" + subtree(halves[0], depth + 1) + subtree(halves[1], depth + 1))


def sized(data):
    return struct.pack(">I", len(data)) + data


def part(kind, value):
    if kind in ("TEXT", "NUMERIC"):
        return sized(value.encode("utf-8"))
    if kind == "UUID":
        return uuid.UUID(value).bytes
    if kind == "INT8":
        return struct.pack(">q", int(value))
    if kind == "BOOL":
        return b"\x01" if value else b"\x00"
    return sized(bytes.fromhex(value))


def row(table, table_id, version, key_length, columns):
    key = table.encode("ascii") + b"\x00"
    for kind, value in columns[:key_length]:
        key += part(kind, value)
    fields = struct.pack(">II", table_id, version)
    for kind, value in columns:
        fields += b"\x00" if value is None else b"\x01" + part(kind, value)
    return {
        "table": table,
        "id": table_id,
        "version": version,
        "keyLength": key_length,
        "columns": [{"kind": kind, "value": value} for kind, value in columns],
        "key": sha(key).hex(),
        "value": sha(fields).hex(),
    }


ID = "31276fd4-105f-4ff7-9f64-644942c14b79"
ROWS = [
    row("users", 1, 1, 1, [("UUID", ID), ("TEXT", "key"), ("BOOL", True), ("BOOL", False)]),
    row("notes", 9, 2, 1, [("UUID", ID), ("TEXT", ""), ("TEXT", None)]),
    row("notes", 9, 2, 1, [("UUID", ID), ("TEXT", None), ("TEXT", "")]),
    row("text", 10, 1, 1, [("TEXT", "Zürich € 𝄞"), ("INT8", "-1"), ("INT8", "9223372036854775807")]),
    row("pairs", 11, 1, 2, [("TEXT", "ab"), ("TEXT", "c"), ("NUMERIC", "100000000000000000000")]),
    row("pairs", 11, 1, 2, [("TEXT", "a"), ("TEXT", "bc"), ("NUMERIC", "0")]),
    row("hashes", 12, 1, 1, [("BYTES", "00ff"), ("BYTES", ""), ("BYTES", None)]),
]


def key(text):
    return sha(text.encode())


def tree(name, leaves):
    return {
        "name": name,
        "leaves": [{"key": k.hex(), "value": v.hex()} for k, v in leaves],
        "root": subtree(leaves, 0).hex(),
    }


def leaves(count):
    return [(key(f"key {i}"), key(f"value {i}")) for i in range(count)]


def deep(shared_bits):
    """Two keys that differ first in the bit after so many shared ones."""
    one = int.from_bytes(key("deep"), "big")
    two = one ^ (1 << (255 - shared_bits))
    return [(one.to_bytes(32, "big"), key("a")), (two.to_bytes(32, "big"), key("b"))]


TREES = [
    tree("empty", []),
    tree("one leaf is the root", leaves(1)),
    tree("two leaves", leaves(2)),
    tree("differ in the first bit", deep(0)),
    tree("differ in the ninth bit", deep(8)),
    tree("differ in the last bit", deep(255)),
    tree("deep pair beside others", deep(40) + leaves(5)),
    tree("hundred", leaves(100)),
]

if __name__ == "__main__":
    path = pathlib.Path(__file__).with_name("state-root.json")
    text = json.dumps({"rows": ROWS, "trees": TREES}, indent=1, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")
