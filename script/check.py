"""What the checks share: the files of the project, a report, and the self-test.

A check is a function find(path, text) that yields (line, what is wrong).  It
also names samples: (path, text, number of findings), so that every check can
show that it is able to fail (--self-test).
"""
import fnmatch
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def tracked(*patterns):
    """The project's files, also the new ones that nobody added yet."""
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout.decode()
    names = sorted(set(name for name in listing.split("\0") if name))
    return [name for name in names
            if os.path.isfile(os.path.join(ROOT, name))
            and (not patterns or any(fnmatch.fnmatch(name, pattern) for pattern in patterns))]


def read(path):
    """The text of a file, or None if it is not text."""
    with open(os.path.join(ROOT, path), "rb") as file:
        data = file.read()
    if b"\0" in data:
        return None
    return data.decode("utf-8", "replace")


def blank(match):
    return re.sub(r"[^\n]", " ", match.group(0))


TOKEN = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def without_comments(text):
    """C with its comments blanked; every line stays where it is."""
    return TOKEN.sub(lambda m: blank(m) if m.group(0).startswith("/*") else m.group(0), text)


def without_literals(text):
    """C with comments, strings and characters blanked."""
    return TOKEN.sub(blank, text)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def run(find, files, samples):
    """Check the files, or with --self-test the samples; ends the program."""
    name = os.path.basename(sys.argv[0])
    if sys.argv[1:] == ["--self-test"]:
        for path, text, expected in samples:
            found = list(find(path, text))
            if len(found) != expected:
                sys.exit(f"{name}: self-test: expected {expected} findings, not {found}, in {text!r}")
        print(f"{name}: self-test: {len(samples)} samples judged as they should be")
        sys.exit(0)
    count = 0
    for path in files:
        text = read(path)
        for line, message in find(path, text) if text is not None else ():
            print(f"{path}:{line}: {message}")
            count += 1
    print(f"{name}: {count} findings in {len(files)} files")
    sys.exit(1 if count else 0)
