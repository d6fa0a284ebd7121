#!/usr/bin/env python3
"""Reads the #include lines and string literals of src/ and proves what ARCHITECTURE.md says of the rooms.

    directions_test.py ROOT
"""
import json
import pathlib
import re
import sys
import unittest

# Which rooms a room may include, beside itself, the model and the standard library. From the inside out: the form and
# the alphabet are ground that every room stands on; readers, checks, derive, composing and writers do not know each
# other; the command line knows them all.
MAY_INCLUDE = {
    "model": set(),
    "unicode": set(),
    "forms": {"unicode"},
    "narrative": {"unicode"},
    "messages": {"unicode"},
    "templating": {"forms", "unicode"},
    "ooxml": {"unicode"},
    "readers": {"forms", "narrative", "ooxml", "unicode"},
    "recognition": {"forms", "messages", "narrative", "unicode"},
    "checks": {"forms", "narrative", "unicode"},
    "derive": {"forms", "narrative", "unicode"},
    "composing": {"forms", "messages", "narrative", "templating", "unicode"},
    "writers": {"forms", "messages", "ooxml", "templating", "unicode"},
    "cli": {"forms", "messages", "unicode", "narrative", "readers", "recognition", "checks", "derive", "templating",
            "composing", "ooxml", "writers"},
    "main.cpp": {"cli"},
}

# A library is spoken to in one place.
HOME_OF_LIBRARY = {
    r"CLI/.*": {"src/cli/command_line.cpp"},
    r"kainjow/.*": {"src/templating/render.cpp"},
    r"dtl/.*": {"src/narrative/edit_script.cpp"},
    r"md4c.*": {"src/composing/template_markdown.cpp", "src/readers/markdown_reader.cpp"},
    r"xlsxwriter.*": {"src/writers/xlsx/workbook.cpp"},
    r"utf8proc.*": {"src/unicode/letters.cpp", "src/unicode/width.cpp"},
    r"iconv\.h": {"src/cli/text_encoding.cpp"},
    r"openssl/.*": {"src/cli/digest.cpp"},
    r"zip\.h": {"src/ooxml/archive.cpp"},
    r"expat\.h": {"src/ooxml/xml_events.cpp"},
    r"gumbo\.h": {"src/readers/html/page_tree.cpp"},
}

# nlohmann/json costs five seconds a source: few sources, and one header that only sources of its own room include.
MOST_JSON_SOURCES = 8
JSON_HEADER = "src/forms/definition_json.h"

# The core takes bytes and gives bytes: no disk, clock, locale, environment, iconv or thread.
NOT_IN_CORE = re.compile(
    r"fstream|filesystem|thread|mutex|shared_mutex|future|condition_variable|iconv\.h|ctime|time\.h|locale|clocale|"
    r"unistd\.h|fcntl\.h|sys/.*|iostream|random|xlsxwriter.*")
OF_THE_MACHINE = re.compile(r"\b(system_clock|steady_clock|high_resolution_clock|localtime\w*|gettimeofday|clock_gettime|"
                            r"getenv|setlocale|random_device|std::time|fopen|mkstemp|tmpfile)\b(?=\s*[({:])")
# libxlsxwriter writes to paths alone: its bytes come back through a file without a name.
OPENS_A_FILE = {"src/writers/xlsx/memory_file.cpp"}

# Labels of fewer characters (总计, 其他) are ordinary words.
SHORTEST_LABEL = 3

ROOT = pathlib.Path(sys.argv.pop(1)).resolve()
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*"')
COMMENT = re.compile(r'("(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)+\')|//[^\n]*|/\*.*?\*/', re.DOTALL)


class Source:
    def __init__(self, path):
        self.name = path.relative_to(ROOT).as_posix()
        self.room = self.name.split("/")[1]
        text = path.read_text(encoding="utf-8")
        found = INCLUDE.findall(text)
        self.ours = [name for mark, name in found if mark == '"']
        self.foreign = [name for mark, name in found if mark == "<"]
        code = COMMENT.sub(lambda match: match.group(1) or " ", INCLUDE.sub("", text))
        self.literals = LITERAL.findall(code)
        self.code = LITERAL.sub('""', code)


SOURCES = {source.name: source for source in
           (Source(path) for path in sorted((ROOT / "src").rglob("*")) if path.suffix in (".h", ".cpp"))}


def listed_sources():
    """The sources of each target, as CMakeLists.txt lists them."""
    cmake = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    targets = re.findall(r"add_(?:library|executable)\((\w+)([^)]*)\)", cmake)
    return {name: re.findall(r"src/\S+\.cpp", files) for name, files in targets}


def with_includes(names):
    """Some sources and every header of ours that they reach."""
    reached, waiting = set(), list(names)
    while waiting:
        name = waiting.pop()
        if name in reached:
            continue
        reached.add(name)
        waiting += ["src/" + header for header in SOURCES[name].ours]
    return sorted(reached)


def text_of(value):
    return value["zh"] if isinstance(value, dict) else value


def statutory_labels():
    """Every heading, label and corner of every form."""
    labels = set()

    def walk(node):
        if isinstance(node, dict):
            for key, value in node.items():
                if key in ("heading", "label", "corner", "attachment", "citation"):
                    labels.add(text_of(value))
                elif key == "also_written":
                    labels.update(value)
                walk(value)
        elif isinstance(node, list):
            for each in node:
                walk(each)

    for path in sorted((ROOT / "schemas" / "forms").glob("*.json")):
        walk(json.loads(path.read_text(encoding="utf-8")))
    return {label for label in labels if len(label) >= SHORTEST_LABEL}


class Directions(unittest.TestCase):
    def assert_none(self, wrong):
        self.assertFalse(wrong, "\n" + "\n".join(sorted(wrong)))

    def test_every_room_is_known(self):
        self.assertEqual(sorted({source.room for source in SOURCES.values()} - set(MAY_INCLUDE)), [])

    def test_rooms_include_only_what_they_may(self):
        wrong = []
        for source in SOURCES.values():
            allowed = MAY_INCLUDE[source.room] | {source.room, "model"}
            wrong += [f"{source.name} includes {header}" for header in source.ours
                      if header.split("/")[0] not in allowed]
        self.assert_none(wrong)

    def test_the_table_has_no_circle(self):
        def reach(room, path):
            self.assertNotIn(room, path)
            for other in MAY_INCLUDE[room]:
                reach(other, path + [room])
        for room in MAY_INCLUDE:
            reach(room, [])

    def test_model_needs_the_standard_library_alone(self):
        self.assert_none([f"{source.name} includes <{header}>" for source in SOURCES.values() if source.room == "model"
                          for header in source.foreign if not re.fullmatch(r"[a-z_]+", header)])

    def test_every_source_belongs_to_one_target(self):
        listed = sorted(name for names in listed_sources().values() for name in names)
        self.assertEqual(listed, sorted(name for name in SOURCES if name.endswith(".cpp")))

    def test_core_has_no_disk_clock_locale_or_thread(self):
        wrong = []
        for name in with_includes(listed_sources()["nianbao_core"]):
            source = SOURCES[name]
            wrong += [f"{name} includes <{header}>" for header in source.foreign if NOT_IN_CORE.fullmatch(header)]
        self.assert_none(wrong)

    def test_only_the_command_line_asks_the_machine(self):
        self.assert_none([f"{source.name} calls {call}" for source in SOURCES.values()
                          if source.room not in ("cli", "main.cpp") and source.name not in OPENS_A_FILE
                          for call in OF_THE_MACHINE.findall(source.code)])

    def test_every_library_has_one_home(self):
        wrong = []
        for pattern, home in HOME_OF_LIBRARY.items():
            users = {source.name for source in SOURCES.values() for header in source.foreign
                     if re.fullmatch(pattern, header)}
            wrong += [f"{name} includes {pattern}" for name in users - home]
        self.assert_none(wrong)

    def test_json_stays_in_few_sources(self):
        def has_json(source):
            return any(header.startswith("nlohmann/") and header != "nlohmann/json_fwd.hpp" for header in source.foreign)
        headers = [name for name, source in SOURCES.items() if name.endswith(".h") and has_json(source)]
        self.assert_none([name for name in headers if name != JSON_HEADER])
        pay = [name for name in SOURCES if name.endswith(".cpp") and any(map(has_json, map(SOURCES.get, with_includes([name]))))]
        self.assertLessEqual(len(pay), MOST_JSON_SOURCES, pay)
        own_header = JSON_HEADER.removeprefix("src/")
        self.assert_none([name for name, source in SOURCES.items() if own_header in source.ours
                          and not (name.endswith(".cpp") and source.room == JSON_HEADER.split("/")[1])])

    def test_no_label_of_the_statute_stands_in_a_literal(self):
        labels = statutory_labels()
        self.assertGreater(len(labels), 50)
        self.assert_none([f"{source.name}: {literal} holds {label}" for source in SOURCES.values()
                          for literal in source.literals for label in labels if label in literal])


if __name__ == "__main__":
    unittest.main()
