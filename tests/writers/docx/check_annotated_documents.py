#!/usr/bin/python3
"""Annotated Word documents as others see them: python-docx, and LibreOffice, which saves them anew.

    check_annotated_documents.py PROGRAM EXAMPLES FOLDER [--office]

Exit 77: what it needs is not installed.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import unittest
import zipfile

try:
    import docx
    from docx.oxml.ns import qn
    from lxml import etree
except ImportError:
    print("python3-docx is not installed: annotated documents are not read back")
    sys.exit(77)

OFFICE = "--office" in sys.argv
if OFFICE:
    sys.argv.remove("--office")
    if shutil.which("soffice") is None:
        print("LibreOffice is not installed: annotated documents are not opened in it")
        sys.exit(77)

FOLDER = pathlib.Path(sys.argv.pop(3)).resolve()
EXAMPLES = pathlib.Path(sys.argv.pop(2))
PROGRAM = sys.argv.pop(1)
SECONDS = 180


def run(*arguments, codes=(0, 1)):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode not in codes:
        raise AssertionError(done.stderr)
    return done.stdout


def findings(path):
    return json.loads(run("check", "--format", "json", path))["diagnostics"]


def annotate(source, name):
    target = FOLDER / f"{name}.docx"
    run("check", source, "--annotate", target, "--force")
    return target


def saved_by_office(source):
    out = FOLDER / "office"
    subprocess.run(["soffice", f"-env:UserInstallation=file://{FOLDER}/profile", "--headless", "--convert-to", "docx",
                    "--outdir", out, source], capture_output=True, timeout=SECONDS, check=True)
    return out / source.name


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def comments(path):
    """Of each comment: author, text and what it covers, in the order of their beginnings."""
    content = parts(path)
    if "word/comments.xml" not in content:
        return []
    said = {each.get(qn("w:id")): (each.get(qn("w:author")), "\n".join(
        "".join(text.text or "" for text in line.iter(qn("w:t"))) for line in each.iter(qn("w:p"))))
        for each in etree.fromstring(content["word/comments.xml"])}
    covered, open_ones, marks = {}, [], []
    for element in etree.fromstring(content["word/document.xml"]).iter():
        number = element.get(qn("w:id")) if isinstance(element.tag, str) else None
        if element.tag == qn("w:commentRangeStart"):
            open_ones.append(number)
            covered[number] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            open_ones.remove(number)
        elif element.tag == qn("w:commentReference"):
            marks.append(number)
        elif element.tag == qn("w:t"):
            for each in open_ones:
                covered[each] += element.text or ""
    assert sorted(marks) == sorted(covered) == sorted(said) and not open_ones, (marks, covered, said, open_ones)
    return [(*said[each], covered[each]) for each in covered]


def cells_with_comments(path):
    """Table, row and column from 1, as python-docx counts them, with the comments there."""
    content = parts(path)
    said = {each.get(qn("w:id")): "".join(text.text or "" for text in each.iter(qn("w:t")))
            for each in etree.fromstring(content["word/comments.xml"])}
    found = {}
    for table_number, table in enumerate(docx.Document(path).tables, 1):
        for row in range(len(table.rows)):
            for column in range(len(table.columns)):
                for each in table.cell(row, column)._tc.iter(qn("w:commentRangeStart")):
                    found.setdefault((table_number, row + 1, column + 1), []).append(said[each.get(qn("w:id"))])
    return found


class Annotated(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        FOLDER.mkdir(parents=True, exist_ok=True)
        cls.report = FOLDER / "broken.docx"
        run("render", EXAMPLES / "broken/report.json", "--as-draft", "-o", cls.report, "--force")
        cls.marked = annotate(cls.report, "marked")

    def assert_every_finding_is_told(self, path):
        """Once, at its cell where it has one, and exactly at the phrase of a placeholder."""
        told, told_cells = comments(path), cells_with_comments(path)
        self.assertEqual({author for author, _, _ in told}, {"nianbao"})
        for finding in findings(self.report):
            here = [(text, covered) for _, text, covered in told
                    if finding["message"] in text and f"规则：{finding['code']}" in text]
            self.assertEqual(len(here), 1, finding)
            if "table" in finding["location"]:
                place = tuple(finding["location"][key] for key in ("table", "row", "column"))
                self.assertTrue(any(finding["message"] in text for text in told_cells[place]), finding)
        covers = {finding["code"]: covered for finding in findings(self.report) for _, text, covered in told
                  if finding["message"] in text}
        self.assertEqual(covers["n.placeholder"], "××")
        self.assertEqual(covers["s.other-fee"], "无。")
        self.assertTrue(covers["s.parts-list"].endswith("五个部分组成。"))
        self.assertEqual(covers["s.title-year"], "示例区文化和旅游局2023年政府信息公开工作年度报告")

    @unittest.skipIf(OFFICE, "the office's turn")
    def test_every_finding_is_a_comment_at_its_place(self):
        self.assert_every_finding_is_told(self.marked)
        self.assertEqual(len(comments(self.marked)), len(findings(self.report)) + 1)  # one speaks of two cells

    @unittest.skipIf(OFFICE, "the office's turn")
    def test_all_else_is_as_it_was(self):
        before, after = parts(self.report), parts(self.marked)
        self.assertEqual({name for name in after if before.get(name) != after[name]},
                         {"[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml",
                          "word/comments.xml"})
        self.assertEqual([p.text for p in docx.Document(self.report).paragraphs],
                         [p.text for p in docx.Document(self.marked).paragraphs])
        self.assertEqual(findings(self.marked), [
            {**each, "location": {**each["location"], "file": str(self.marked)}} for each in findings(self.report)])

    @unittest.skipIf(OFFICE, "the office's turn")
    def test_mended_and_annotated_again(self):
        document = docx.Document(self.marked)
        for paragraph in document.paragraphs:
            for run_ in paragraph.runs:
                run_.text = run_.text.replace("××", "12") if "××" in run_.text else run_.text
        document.save(FOLDER / "mended.docx")
        told = [text for _, text, _ in comments(annotate(FOLDER / "mended.docx", "again"))]
        before = [text for _, text, _ in comments(self.marked)]
        self.assertEqual(told, [text for text in before if "n.placeholder" not in text])

    @unittest.skipIf(OFFICE, "the office's turn")
    def test_nothing_found_takes_all_away(self):
        clean = FOLDER / "clean.docx"
        run("check", self.report, "--write-accepted", FOLDER / "accepted.json")
        accepted = json.loads((FOLDER / "accepted.json").read_text(encoding="utf-8"))
        for each in accepted["accepted"]:
            each["reason"] = "已核实"
        (FOLDER / "accepted.json").write_text(json.dumps(accepted), encoding="utf-8")
        run("check", self.marked, "--accept", FOLDER / "accepted.json", "--annotate", clean, "--force")
        self.assertEqual(parts(clean), parts(self.report))

    @unittest.skipUnless(OFFICE, "python-docx alone")
    def test_the_office_keeps_them_in_their_places(self):
        saved = saved_by_office(self.marked)
        self.assertEqual(sorted(comments(saved)), sorted(
            (author, text, covered) for author, text, covered in comments(self.marked)))
        self.assert_every_finding_is_told(saved)
        self.assert_every_finding_is_told(annotate(saved, "office_again"))
        self.assertEqual(len(comments(FOLDER / "office_again.docx")), len(comments(self.marked)))


if __name__ == "__main__":
    unittest.main()
