#!/usr/bin/python3
"""Imports five published reports that are kept beside the repository and looks at what came out. Their numbers are all 0.

    seeds_test.py --program build/dev/nianbao

They stand in the folder NIANBAO_SEEDS names, else in ../shared/seeds; where there are none, nothing is tested (77).
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
import layouts_test  # noqa: E402

__unittest = True

ROOT = pathlib.Path(__file__).resolve().parents[2]
SKIPPED = 77
CELLS = 200
OVERVIEW = ("proactive_disclosure", "disclosure_on_request", "information_management", "platforms", "oversight")
# What stands in a table and nowhere else: as a paragraph of its own it has leaked into the text.
TABLE_LABELS = {"规章", "信息内容", "总计", "行政规范性文件", "行政许可", "自然人", "申请人情况", "法人或其他组织", "行政复议", "行政诉讼"}
EXPECTED = {
    "000": ("西工区工业和信息化局", 2024),
    "001": ("偃师区工业信息化和商务局", 2024),
    "002": ("洛阳市洛龙区工业和信息化局", 2022),
    "003": ("叶县工业和信息化局", 2024),
    "004": ("信阳市工信局", 2023),
}


def seeds_folder():
    return pathlib.Path(os.environ.get("NIANBAO_SEEDS") or ROOT / ".." / "shared" / "seeds")


class SeedsTest(unittest.TestCase):
    program = None
    pages = {}

    def imported(self, number):
        code, report, log = layouts_test.import_page(self.program, self.pages[number])
        self.assertIsNotNone(report, f"{number}: exit {code}, {log}")
        return code, report, log

    def each(self):
        for number in EXPECTED:
            with self.subTest(seed=number):
                yield number, *self.imported(number)

    def test_agency_and_year(self):
        for number, (agency, year) in EXPECTED.items():
            with self.subTest(seed=number):
                _, report, _ = self.imported(number)
                self.assertEqual((report["agency"]["name"], report["year"], report["form"]), (agency, str(year), "2021"))

    def test_every_cell_is_nought(self):
        for number, code, report, _ in self.each():
            cells = dict(layouts_test.numbers(report))
            self.assertEqual((len(cells), code), (CELLS, 0))
            self.assertEqual({path: value for path, value in cells.items() if float(value) != 0}, {})

    def test_overview_is_filled(self):
        for number, _, report, _ in self.each():
            overview = report["narrative"]["overview"]
            empty = [field for field in OVERVIEW if not layouts_test.paragraphs(overview.get(field))]
            self.assertEqual(empty, [])

    def test_no_table_in_the_text(self):
        for number, _, report, _ in self.each():
            narrative = layouts_test.narrative_of(report, ())
            leaked = [(path, text) for path, all_of in narrative.items() for text in all_of
                      if text.strip() in TABLE_LABELS or "\t" in text]
            self.assertEqual(leaked, [])
            notes = {path: text for path, text in narrative.items() if path.startswith("/narrative/notes")}
            self.assertEqual(notes, {})

    def test_wrapped_lines_are_joined(self):
        _, report, _ = self.imported("001")
        first = layouts_test.paragraphs(report["narrative"]["overview"]["proactive_disclosure"])
        self.assertEqual(len(first), 1, first)
        self.assertTrue(first[0].endswith("。"), first)

    def test_misprinted_label_is_told(self):
        _, _, log = self.imported("000")
        told = [found["message"] for found in log["diagnostics"] if found["code"] == "t.label"]
        self.assertTrue(any("本年度止件数" in message for message in told), told)

    def test_repeated_heading_is_found(self):
        with tempfile.TemporaryDirectory(prefix="nianbao-seeds-") as folder:
            report = pathlib.Path(folder, "report.json")
            subprocess.run([self.program, "import", self.pages["003"], "-o", report], capture_output=True, check=False)
            done = subprocess.run([self.program, "check", report, "--format", "json"], capture_output=True, check=False)
        codes = [found["code"] for found in json.loads(done.stdout)["diagnostics"]]
        self.assertIn("s.heading-repeat", codes)

    def test_repeated_heading_is_found_on_the_page(self):
        done = subprocess.run([self.program, "check", self.pages["003"], "--format", "json"], capture_output=True, check=False)
        codes = [found["code"] for found in json.loads(done.stdout)["diagnostics"]]
        self.assertIn("s.heading-repeat", codes)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, type=pathlib.Path, help="the nianbao to run")
    arguments = parser.parse_args()
    sys.stderr.reconfigure(encoding="utf-8")
    folder = seeds_folder()
    pages = {page.name[:3]: page for page in sorted(folder.glob("0*.txt"))} if folder.is_dir() else {}
    if not set(EXPECTED) <= set(pages):
        print(f"skipped: {folder} does not hold the published reports (NIANBAO_SEEDS names their folder)")
        return SKIPPED
    SeedsTest.program = arguments.program.resolve()
    SeedsTest.pages = pages
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(SeedsTest)
    return 0 if unittest.TextTestRunner(verbosity=1).run(suite).wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
