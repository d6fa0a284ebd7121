#!/usr/bin/python3
"""Runs every command of the ```console blocks of a README and compares what it prints (see run_transcripts.py).

All commands of one file run in one fresh folder with examples/ and scripts/; a line `…` stands for any lines left out.
README.zh-CN.md speaks Chinese, any other file English. UPDATE_GOLDEN=1 rewrites the blocks that leave nothing out.

    readme_test.py --program build/release/nianbao README.md README.zh-CN.md
"""
import argparse
import difflib
import os
import pathlib
import re
import shutil
import sys
import tempfile

import run_transcripts as transcripts

FENCE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LEFT_OUT = "…"


def matches(expected, got):
    """Whether lines are the expected ones, a line `…` standing for any."""
    pattern = "".join(r"(?:.*\n)*?" if line == LEFT_OUT else re.escape(line + "\n") for line in expected)
    return re.fullmatch(pattern, "".join(line + "\n" for line in got)) is not None


def check_readme(path, program):
    """Whether all blocks of a file are right; prints what differs, or rewrites it."""
    text = path.read_text(encoding="utf-8")
    right = True
    with tempfile.TemporaryDirectory(prefix="nianbao-readme-") as home:
        tools, folder = pathlib.Path(home, "bin"), pathlib.Path(home, "work")
        tools.mkdir()
        folder.mkdir()
        for name in ("examples", "scripts"):
            shutil.copytree(transcripts.ROOT / name, folder / name)
        environment = transcripts.environment_for(program, folder, tools) | {
            "LANG": "zh_CN.UTF-8" if path.name.endswith(".zh-CN.md") else "en_US.UTF-8", "NIANBAO": "nianbao"}

        def run(fence):
            nonlocal right
            blocks = transcripts.parse(fence.group(1).splitlines())
            for block in blocks:
                while block.expected and block.expected[-1] == "":
                    block.expected.pop()
                got = transcripts.run_command(block.command, folder, environment)
                if matches(block.expected, got):
                    continue
                if os.environ.get("UPDATE_GOLDEN") == "1" and LEFT_OUT not in block.expected:
                    block.expected = got
                    continue
                right = False
                print("\n".join(difflib.unified_diff(block.expected, got, f"{path.name}: $ {block.command}",
                                                     "what came out", lineterm="", n=3)))
            return f"```console\n{transcripts.render(blocks)}```"

        updated = FENCE.sub(run, text)
        if "```console" not in text:
            print(f"{path}: no command stands here")
            right = False
    if os.environ.get("UPDATE_GOLDEN") == "1" and updated != text:
        path.write_text(updated, encoding="utf-8")
        print(f"rewritten: {path}")
    return right


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, type=pathlib.Path, help="the nianbao to run")
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")
    return 0 if all([check_readme(path, arguments.program) for path in arguments.files]) else 1


if __name__ == "__main__":
    sys.exit(main())
