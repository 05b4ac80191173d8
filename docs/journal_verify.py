#!/usr/bin/env python3
"""Verifies an exported journal against heads that were kept. Independent of the program: it shares no code with it.

  python3 journal_verify.py JOURNAL.jsonl HEAD.json [HEAD.json ...] [--key BASE64]

Needs Python 3.8 and nothing else. With the package "cryptography" it checks signatures as well; without, it says so.
Prints what it finds, one finding a line (KIND FIRST LAST: detail), and ends with 0 if there is none, with 1 otherwise.
The forms of the files are described in journal.md; the tree is that of RFC 6962.
"""
import base64, hashlib, json, re, sys

LEAF = re.compile(r'\{"organisation":"([0-9a-f-]{36})","payload":"([0-9a-f]{64})","sequence":([1-9][0-9]{0,17}),'
                  r'"subject":"[a-z]+(?:/[A-Za-z0-9][A-Za-z0-9._-]{0,63}){1,3}","time":"[0-9T:.Z-]{20,30}",'
                  r'"useCase":"[a-z-]+"\}')


def sha(data):
    return hashlib.sha256(data).digest()


class Tree:
    """The roots of the complete subtrees, with their sizes: enough to append and to know the root."""

    def __init__(self):
        self.peaks, self.size = [], 0

    def add(self, leaf):
        node, width = leaf, 1
        while self.peaks and self.peaks[-1][1] == width:
            node, width = sha(b"\x01" + self.peaks.pop()[0] + node), width * 2
        self.peaks.append((node, width))
        self.size += 1

    def root(self):
        if not self.peaks:
            return sha(b"")
        node = self.peaks[-1][0]
        for left, _ in reversed(self.peaks[:-1]):
            node = sha(b"\x01" + left + node)
        return node


def signature_is_good(head, key):
    """True or False; None if it cannot be checked here."""
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.serialization import load_der_public_key
    except ImportError:
        return None
    signed = json.dumps({name: head[name] for name in ("organisation", "root", "size", "time")},
                        sort_keys=True, separators=(",", ":"))
    try:
        load_der_public_key(base64.b64decode(key)).verify(base64.b64decode(head["signature"]), signed.encode())
        return True
    except (InvalidSignature, ValueError):
        return False


def check_heads(heads, key, report):
    good = []
    for head in heads:
        public = key or head.get("publicKey")
        ours = public is not None and sha(base64.b64decode(public)).hex()[:16] == head["key"]
        signed = signature_is_good(head, public) if ours else False
        if signed is None:
            print("note: signatures are not checked, the package cryptography is missing")
        if signed is False:
            report("UNSIGNED", head["size"], head["size"], "the head is not signed by the key")
        else:
            good.append(head)
    return sorted(good, key=lambda head: head["size"])


def read(path, heads, report):
    """Reads the entries; gives the roots at the sizes of the heads, as computed and as stored, and the last sequence."""
    computed, stored, roots, known = Tree(), Tree(), {0: sha(b"").hex()}, {0: sha(b"").hex()}
    sizes, highest, missing = {head["size"] for head in heads}, 0, []
    with open(path, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            entry = json.loads(line)
            leaf = entry["leaf"].encode("utf-8")
            digest = sha(b"\x00" + leaf)
            computed.add(digest)
            stored.add(bytes.fromhex(entry["digest"]))
            if computed.size in sizes:
                roots[computed.size], known[computed.size] = computed.root().hex(), stored.root().hex()
            parts = LEAF.fullmatch(entry["leaf"])
            if not parts:
                highest += 1
                report("CHANGED", highest, highest, "not a leaf in canonical form")
                continue
            sequence = int(parts.group(3))
            gap = next((gap for gap in missing if gap[0] <= sequence <= gap[1]), None)
            if sequence > highest:
                missing += [(highest + 1, sequence - 1)] if sequence > highest + 1 else []
                highest = sequence
            elif gap:
                rest = [(gap[0], sequence - 1), (sequence + 1, gap[1])]
                missing = [other for other in missing if other != gap] + [part for part in rest if part[0] <= part[1]]
                report("SWAPPED", sequence, sequence, "stands after later ones")
            else:
                report("INSERTED", sequence, sequence, "there is another entry of this sequence")
            if any(head["organisation"] != parts.group(1) for head in heads):
                report("CHANGED", sequence, sequence, "of another organisation than the head")
            if digest.hex() != entry["digest"]:
                report("CHANGED", sequence, sequence, "says or stands otherwise than when it was made")
            if "payload" in entry:
                if sha(bytes.fromhex(entry["salt"]) + entry["payload"].encode("utf-8")).hex() != parts.group(2):
                    report("CHANGED", sequence, sequence, "who did it and how was changed")
    for first, last in missing:
        report("DELETED", first, last, "missing between others")
    return roots, known, highest


def main(arguments):
    key = None
    if "--key" in arguments:
        at = arguments.index("--key")
        key, arguments = arguments[at + 1], arguments[:at] + arguments[at + 2:]
    if len(arguments) < 2:
        sys.exit(__doc__)
    found = []
    report = lambda kind, first, last, detail: found.append((first, last, kind, detail))
    heads = check_heads([json.loads(open(path, encoding="utf-8").read()) for path in arguments[1:]], key, report)
    roots, known, highest = read(arguments[0], heads, report)
    placed = any(kind in ("DELETED", "INSERTED", "SWAPPED") for _, _, kind, _ in found)
    held = [head["size"] for head in heads if roots.get(head["size"]) == head["root"]]
    good, before = 0, None
    for head in heads:
        size = head["size"]
        if before and before["size"] == size and before["root"] != head["root"]:
            report("FORKED", 1, size, "two heads of this size have different roots")
        elif size > highest:
            report("TRUNCATED", highest + 1, size, "missing at the end")
        elif size in held:
            good = size
        elif not placed and known.get(size) != head["root"]:
            kind = "FORKED" if any(other >= size for other in held) else "REWRITTEN"
            report(kind, good + 1, size, "the entries agree with each other and not with the head of %d" % size)
        before = head
    for first, last, kind, detail in sorted(found):
        print("%s %d %d: %s" % (kind, first, last, detail))
    print("good" if not found else "%d findings" % len(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
