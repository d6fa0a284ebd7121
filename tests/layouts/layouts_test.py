#!/usr/bin/python3
"""Imports a published page of one of the known layouts and compares what came out with what is certain in it.

    layouts_test.py --program build/dev/nianbao tests/layouts/02-spaces-wrapped …

A folder holds page.txt, page.md or page.html, and expected.json:

    {"agency": "…", "year": 2024, "form": "2021", "exit": 0,
     "cells": {"/requests/received/natural_person": "7", …},     every cell of the form
     "narrative": {"/narrative/other_matters": ["…"], …},        every field that has text
     "codes": ["t.label"],                                       which the log holds, among others
     "must_not": ["t.unread"],                                   which it does not hold; optional
     "notes": {"/disclosure/regulations/issued": "…"}}           remarks beside numbers; optional

A cell is its number as text, null where it has to stay open (absent, blank or a mark), or a list of what is accepted.
A page that is refused has no agency: only exit and codes count there.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import unittest

SECONDS = 120
TABLES = ("disclosure", "requests", "disputes")
__unittest = True  # no trace of this file in what a failure prints


def import_page(program, page):
    """Exit code, report and log of an import; no report: None."""
    environment = {**os.environ, "LANG": "zh_CN.UTF-8", "TZ": "UTC"}
    done = subprocess.run([str(program), "import", str(page), "--format", "json", "-o", "-"], stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=SECONDS, check=False, env=environment)
    report = json.loads(done.stdout, parse_float=str, parse_int=str) if done.stdout.strip() else None
    text = done.stderr.decode("utf-8", "replace")
    try:
        log = json.loads(text)
    except ValueError:
        raise AssertionError(f"exit {done.returncode}, and the log is no JSON: {text[:400]}") from None
    return done.returncode, report, log


def cell_of(report, path):
    """Its number as text, or what it holds otherwise, and its remark. A group given as 0 says so of its cells."""
    value, note = report, None
    for key in path.strip("/").split("/"):
        if not isinstance(value, dict) or key not in value:
            value = None if isinstance(value, dict) else value
            break
        value = value[key]
    if isinstance(value, dict):
        note = value.get("note")
        value = value.get("value")
    return value, note


def is_number(value):
    try:
        return value is not None and float(value) is not None
    except ValueError:
        return False


def same_number(one, other):
    return is_number(one) and is_number(other) and float(one) == float(other)


def paragraphs(value):
    if value is None:
        return []
    return [text for text in ([value] if isinstance(value, str) else value) if text]


def texts(node, path):
    """Every text below a node of the narrative: its path, its paragraphs. Items of the agency's own by their number."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from texts(value, f"{path}/{key}")
    elif isinstance(node, list) and any(isinstance(item, dict) for item in node):
        for number, item in enumerate(node):
            yield from texts(item, f"{path}/{number}")
    else:
        yield path, paragraphs(node)


def narrative_of(report, known):
    """All fields with text, by path; a section given as plain text is its introduction."""
    found = {}
    for path, text in texts(report.get("narrative", {}), "/narrative"):
        if path in ("/narrative/overview", "/narrative/problems_and_improvements") and path not in known:
            path += "/introduction"
        if text:
            found[path] = text
    return found


def compare_cells(report, wanted, notes):
    """Lines of what is wrong, of what is open that should not be."""
    wrong, still_open = [], []
    for path, expected in wanted.items():
        accepted = expected if isinstance(expected, list) else [expected]
        got, note = cell_of(report, path)
        if not is_number(got):
            if None not in accepted:
                still_open.append(f"  OPEN   {path}: {accepted[0]} expected, {got!r} read")
        elif not any(same_number(got, each) for each in accepted):
            told = "to stay open" if accepted == [None] else f"{accepted[0]} expected"
            wrong.append(f"  WRONG  {path}: {told}, {got} read")
        if path in notes and note != notes[path]:
            wrong.append(f"  NOTE   {path}: {notes[path]!r} expected, {note!r} read")
    unknown = [path for path, _ in numbers(report) if path not in wanted]
    return wrong + [f"  WRONG  {path}: no such cell expected" for path in unknown], still_open


def numbers(report):
    def go(node, path):
        if isinstance(node, dict) and "value" not in node:
            for key, value in node.items():
                yield from go(value, f"{path}/{key}")
        else:
            value = node.get("value") if isinstance(node, dict) else node
            if is_number(value):
                yield path, value
    for table in TABLES:
        if isinstance(report.get(table), dict):
            yield from go(report[table], f"/{table}")


def compare_narrative(report, wanted):
    got = narrative_of(report, wanted)
    lines = []
    for path in sorted(set(got) | set(wanted)):
        if got.get(path, []) != wanted.get(path, []):
            lines.append(f"  TEXT   {path}:\n           expected {wanted.get(path, [])}\n"
                         f"           read     {got.get(path, [])}")
    return lines


def differences(program, folder):
    """What differs between a page as imported and what is expected of it, the worst first."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    page = next(iter(sorted(folder.glob("page.*"))))
    code, report, log = import_page(program, page)
    codes = sorted({found["code"] for found in log.get("diagnostics", [])})
    told = f"{', '.join(codes) or 'nothing'}"
    lines = []
    if "agency" in expected:
        if report is None:
            messages = "; ".join(found.get("message", "") for found in log.get("diagnostics", []))
            return [f"  no report: exit {code}, {told}: {messages}"]
        wrong, still_open = compare_cells(report, expected["cells"], expected.get("notes", {}))
        lines += wrong + still_open
        read = {"agency": report.get("agency", {}).get("name"), "year": report.get("year"), "form": report.get("form")}
        for name, got in read.items():
            if str(got) != str(expected[name]):
                lines.append(f"  {name}: {expected[name]} expected, {got} read")
        lines += compare_narrative(report, expected["narrative"])
    elif report is not None:
        lines.append("  WRONG  a report was read from a page that is none")
    missing = [each for each in expected["codes"] if each not in codes]
    if missing:
        lines.append(f"  codes: {', '.join(missing)} expected, {told} told")
    surplus = [each for each in expected.get("must_not", []) if each in codes]
    if surplus:
        messages = [found.get("message", "") for found in log.get("diagnostics", []) if found["code"] in surplus]
        lines.append(f"  codes: {', '.join(surplus)} not expected: {' '.join(messages[:4])}")
    if code != expected["exit"]:
        lines.append(f"  exit: {expected['exit']} expected, {code} given")
    return lines


def test_of(program, folder):
    class LayoutTest(unittest.TestCase):
        maxDiff = None

        def runTest(self):
            found = differences(program, folder)
            if found:
                self.fail(f"{folder.name}: {len(found)} differences\n" + "\n".join(found))

        def __str__(self):
            return folder.name
    return LayoutTest()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, type=pathlib.Path, help="the nianbao to run")
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    sys.stderr.reconfigure(encoding="utf-8")
    suite = unittest.TestSuite(test_of(arguments.program.resolve(), folder) for folder in arguments.folders)
    result = unittest.TextTestRunner(verbosity=1).run(suite)
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
