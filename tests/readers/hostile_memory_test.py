#!/usr/bin/env python3
"""Runs the program on the hostile workbooks that write_workbook_files makes: one finding each, in little memory.

    hostile_memory_test.py WRITE_WORKBOOK_FILES NIANBAO FOLDER
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

MOST_KIB = 64 * 1024
MOST_SECONDS = 20
UNREADABLE = 3


def run(program, path):
    """Exit code, output, the most memory it had in KiB, seconds."""
    with tempfile.TemporaryFile() as output:
        began = time.monotonic()
        child = subprocess.Popen([program, "check", "--format", "jsonl", path], stdout=output, stderr=subprocess.STDOUT,
                                 env={**os.environ, "PATH": "/nowhere"})  # its own memory, not that of an office
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        return child.returncode, output.read().decode("utf-8"), usage.ru_maxrss, time.monotonic() - began


def fault_of(program, path, code):
    """What is wrong with the program's answer, or nothing; and a line of figures."""
    status, output, memory, seconds = run(program, path)
    figures = f"{memory / 1024:5.1f} MiB {seconds:5.2f} s"
    if memory > MOST_KIB:
        return f"takes {memory} KiB", figures
    if seconds > MOST_SECONDS:
        return f"takes {seconds:.1f} s", figures
    if status not in (0, 1, UNREADABLE):
        return f"ends with {status}: {output[:500]}", figures
    if not code:
        return None, figures  # it is read; what the checks say of it is another matter
    findings = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
    findings = [finding for finding in findings if "code" in finding]
    if status != UNREADABLE or [finding["code"] for finding in findings] != [code]:
        return f"ends with {status}, {output[:500]} where {code} is due", figures
    if re.search(r"\{[a-z_]+\}|“”", findings[0]["message"] + findings[0]["hint"]):
        return f"says {findings[0]}", figures
    return None, figures


def main():
    writer, program, folder = sys.argv[1:]
    subprocess.run([writer, "hostile", folder], check=True)
    wrong = 0
    for line in (pathlib.Path(folder) / "expected.txt").read_text(encoding="utf-8").splitlines():
        name, code, _ = line.split("\t")
        fault, figures = fault_of(program, str(pathlib.Path(folder) / name), code)
        print(f"{figures}  {name}: {fault or code or 'read'}")
        wrong += fault is not None
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
