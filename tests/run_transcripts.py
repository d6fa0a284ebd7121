#!/usr/bin/python3
"""Runs command transcripts: what is typed, and what must come out.

    # a comment, before the command it speaks of
    $ nianbao check examples/broken/report.json
    what is expected on standard output
    2> what is expected on standard error
    => 1

The exit code is 0 where none is given. All commands of a file run one after the other with bash, in one fresh folder
that holds a copy of examples/; `nianbao` is on the path. A blank line before the next command is not compared. The
folder's own path reads [CWD]. A line of output that would be taken for one of the above has a backslash in front, and
output that does not end its last line is followed by the line `\\ no line end`.

    run_transcripts.py --program build/dev/nianbao tests/commands/check/*.txt
    UPDATE_GOLDEN=1 run_transcripts.py …     writes what came out into the files: read the difference before committing
"""

import argparse
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
NO_LINE_END = "\\ no line end"
SECONDS = 120


class Block:
    """A command with what is expected of it."""

    def __init__(self, comments, command):
        self.comments = comments
        self.command = command
        self.expected = []


class TranscriptError(Exception):
    pass


def parse(lines):
    """The blocks of a transcript. A `# ` line is a comment where only such lines stand between it and a command."""
    blocks = []
    waiting = []
    for number, line in enumerate(lines, 1):
        if line.startswith("$ "):
            blocks.append(Block(waiting, line[2:]))
            waiting = []
        elif line.startswith("# ") or line == "#":
            waiting.append(line)
        else:
            if blocks:
                blocks[-1].expected += waiting + [line]
            elif waiting or line:
                raise TranscriptError(f"line {number}: no command stands before this")
            waiting = []
    if waiting and not blocks:
        raise TranscriptError("there is no command")
    if waiting:
        blocks[-1].expected += waiting
    for block in blocks[:-1]:
        if block.expected and block.expected[-1] == "":
            block.expected.pop()
    return blocks


def shown(stream, folder):
    """Output as lines of a transcript."""
    text = stream.decode("utf-8", "backslashreplace").replace(str(folder), "[CWD]")
    lines = text.split("\n")
    ended = lines.pop() if lines[-1] == "" else None
    marked = ["\\" + line if line.startswith(("$ ", "2>", "=> ", "\\")) else line for line in lines]
    return marked if ended == "" or not text else marked + [NO_LINE_END]


def run_command(command, folder, environment):
    """What a command gave: the lines that a transcript should hold below it."""
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=SECONDS, check=False)
    lines = shown(done.stdout, folder)
    # Comments are told from output by what follows them, so output that ends like one must not be taken for it.
    for i in range(len(lines) - 1, -1, -1):
        if not (lines[i].startswith("# ") or lines[i] == "#"):
            break
        lines[i] = "\\" + lines[i]
    lines += ["2> " + line if line else "2>" for line in shown(done.stderr, folder)]
    return lines + ([f"=> {done.returncode}"] if done.returncode != 0 else [])


def environment_for(program, folder, tools):
    os.symlink(pathlib.Path(program).resolve(), tools / "nianbao")
    path = f"{tools}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    kept = {name: os.environ[name] for name in os.environ if name.endswith("SAN_OPTIONS")}
    # LC_COLLATE: ls and globs sort alike where the locale of LANG is installed and where it is not.
    return {**kept, "PATH": path, "HOME": str(folder), "TMPDIR": str(folder), "LANG": "zh_CN.UTF-8", "LC_COLLATE": "C",
            "TERM": "dumb", "TZ": "UTC", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def render(blocks):
    """The text of a transcript, with one blank line between commands."""
    parts = ["\n".join(block.comments + ["$ " + block.command] + block.expected) + "\n" for block in blocks]
    return "\n".join(parts)


def run_transcript(lines, program, examples=ROOT / "examples"):
    """Runs the commands of a transcript and returns it as it should read, as a list of lines without line ends.

    It is right when that is `canonical(lines)`.
    """
    blocks = parse(lines)
    with tempfile.TemporaryDirectory(prefix="nianbao-transcript-") as home:
        tools = pathlib.Path(home, "bin")
        folder = pathlib.Path(home, "work")
        tools.mkdir()
        folder.mkdir()
        shutil.copytree(examples, folder / "examples")
        environment = environment_for(program, folder, tools)
        for block in blocks:
            block.expected = run_command(block.command, folder, environment)
    return render(blocks).splitlines()


def canonical(lines):
    """A transcript with one blank line between its commands."""
    return render(parse(lines)).splitlines()


def check_file(path, program, examples):
    """Whether a transcript file is right; rewrites it with UPDATE_GOLDEN=1, else prints what differs."""
    written = path.read_text(encoding="utf-8").splitlines()
    got = run_transcript(written, program, examples)
    if os.environ.get("UPDATE_GOLDEN") == "1":
        if got != written:
            path.write_text("\n".join(got) + "\n", encoding="utf-8")
            print(f"rewritten: {path}")
        return True
    wanted = canonical(written)
    if got == wanted:
        return True
    print("\n".join(difflib.unified_diff(wanted, got, f"{path} (expected)", "what came out", lineterm="", n=5)))
    return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, type=pathlib.Path, help="the nianbao to run")
    parser.add_argument("--examples", type=pathlib.Path, default=ROOT / "examples")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")
    wrong = 0
    for path in arguments.files:
        try:
            wrong += 0 if check_file(path, arguments.program, arguments.examples) else 1
        except (TranscriptError, OSError, subprocess.TimeoutExpired) as error:
            print(f"{path}: {error}")
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
