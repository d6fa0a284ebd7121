#!/usr/bin/python3
"""Annotated workbooks read back: by openpyxl and in the raw, and after LibreOffice and openpyxl have saved them anew.

    check_annotations.py ANNOTATOR WRITER FOLDER

Exit 77: what it needs is not installed.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import unittest
import xml.dom.minidom
import zipfile

try:
    import openpyxl
    from openpyxl.comments import Comment
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import PatternFill
except ImportError:
    print("openpyxl is not installed: annotated workbooks are not read back")
    sys.exit(77)

FOLDER = pathlib.Path(sys.argv.pop(3))
WRITER = sys.argv.pop(2)
ANNOTATOR = sys.argv.pop(1)
HAS_OFFICE = shutil.which("soffice") is not None

FINDINGS = "检查意见"
SIGN = "【nianbao】"
MARK = 'N("nianbao")=0'
FINDINGS_MARK = 'N("nianbao.findings")=0'
REQUESTS, DISPUTES = 2, 3  # tabs of the sample report

# Sheet, row, column, severity, text.
MARKS = [(REQUESTS, 5, 10, "error", "合计应为51，实为50。"), (REQUESTS, 5, 10, "warning", "请核实。"),
         (REQUESTS, 8, 4, "info", "写作<3>&“三”，_x0041_"), (REQUESTS, 9, 4, "info", "同上"),
         (DISPUTES, 5, 5, "warning", "行政复议\n第二行")]
SAID = {(REQUESTS, "J5"): "合计应为51，实为50。\n请核实。", (REQUESTS, "D8"): "写作<3>&“三”，_x0041_",
        (REQUESTS, "D9"): "同上", (DISPUTES, "E5"): "行政复议\n第二行"}


def setUpModule():
    subprocess.run([WRITER, FOLDER], check=True, capture_output=True)


def annotate(source, name, marks):
    target = FOLDER / f"{name}.xlsx"
    words = [str(word) for mark in marks for word in mark]
    subprocess.run([ANNOTATOR, source, target, *words], check=True)
    return target


def saved_by_openpyxl(source, name):
    openpyxl.load_workbook(source).save(FOLDER / f"{name}.xlsx")
    return FOLDER / f"{name}.xlsx"


def saved_by_office(source, name):
    out = FOLDER / "office"
    subprocess.run(["soffice", f"-env:UserInstallation=file://{FOLDER.resolve()}/profile", "--headless", "--convert-to",
                    "xlsx", "--outdir", out, source], capture_output=True, timeout=120, check=True)
    target = FOLDER / f"{name}.xlsx"
    shutil.move(out / source.name, target)
    return target


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def comments(book):
    return {(index, cell.coordinate): cell.comment for index, sheet in enumerate(book) for row in sheet.iter_rows()
            for cell in row if cell.comment}


def formats(book, formula=MARK):
    """Formula of each conditional format, by sheet, cell and colour."""
    found = {}
    for index, sheet in enumerate(book):
        for area in sheet.conditional_formatting:
            for rule in area.rules:
                if rule.formula and rule.formula[0] == formula and rule.dxf.fill:
                    for cells in str(area.sqref).split():
                        for row in sheet[cells] if ":" in cells else [[sheet[cells]]]:
                            for cell in row:
                                found.setdefault((index, cell.coordinate), []).append(rule.dxf.fill.bgColor.rgb)
    return found


def shapes(path):
    """The boxes of comments in all drawings: part, row, column."""
    return sorted((name, *re.findall(r":Row>(\d+)<.*?:Column>(\d+)<", shape)[0]) for name, text in parts(path).items()
                  if name.endswith(".vml") for shape in re.findall(r":shape .*?:shape>", text.decode()) if ":Row>" in shape)


class Annotated(unittest.TestCase):
    def assert_marked(self, path, said=SAID, findings=len(MARKS)):
        for name, text in parts(path).items():
            if name.endswith((".xml", ".rels", ".vml")):
                xml.dom.minidom.parseString(text)
        book = openpyxl.load_workbook(path)
        self.assertEqual(book.sheetnames.count(FINDINGS), 1)
        self.assertEqual(book.sheetnames[-1], FINDINGS)
        ours = {place: comment for place, comment in comments(book).items() if comment.text.startswith(SIGN)}
        self.assertEqual({place: comment.text for place, comment in ours.items()},
                         {place: SIGN + text.replace("_x0041_", "_x005F_x0041_") for place, text in said.items()})
        self.assertEqual({comment.author for comment in ours.values()}, {"nianbao"} if ours else set())
        marked = {place: fills for place, fills in formats(book).items() if place[0] < len(book.sheetnames) - 1}
        self.assertEqual(set(marked), set(said))
        self.assertTrue(all(len(fills) == 1 for fills in marked.values()), marked)
        self.assertEqual(len({place for place in formats(book, FINDINGS_MARK)}), 6)
        sheet = book[FINDINGS]
        self.assertEqual([cell.value for cell in sheet["A"][3:]], list(range(1, findings + 1)))
        return book

    def test_comments_colours_and_list(self):
        book = self.assert_marked(annotate(FOLDER / "report.xlsx", "annotated", MARKS))
        self.assertEqual(formats(book)[(REQUESTS, "J5")], ["FFFFC7C1"])  # the most severe
        self.assertEqual(formats(book)[(REQUESTS, "D8")], ["FFDDEBF1"])
        sheet = book[FINDINGS]
        self.assertEqual([cell.value for cell in sheet[3]], ["序号", "级别", "位置", "意见", "修改建议", "规则编号"])
        self.assertEqual([cell.value for cell in sheet[4]],
                         [1, "error", "第5行", "合计应为51，实为50。", "请核对后修改。", "t3.row-total"])
        self.assertEqual(sheet["C4"].hyperlink.location, "'申请情况表'!J5")
        self.assertTrue(sheet["D4"].alignment.wrap_text)
        self.assertEqual(sheet["A2"].value, "共有5条意见。")

    def test_all_else_is_as_it_was(self):
        before, after = parts(FOLDER / "report.xlsx"), parts(annotate(FOLDER / "report.xlsx", "annotated", MARKS))
        changed = {name for name in before if before[name] != after[name]}
        self.assertEqual(changed, {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
                                   "xl/styles.xml", "xl/worksheets/sheet3.xml", "xl/worksheets/sheet4.xml"})
        for name in changed:  # only insertions, and the counts of two lists
            old, new = (re.sub(r' count="\d+"', "", text[name].decode()) for text in (before, after))
            at = 0
            for piece in re.findall(r"<[^>]*>|[^<]+", old):
                piece = piece.removesuffix("/>")
                at = new.find(piece, at)
                self.assertGreaterEqual(at, 0, f"{name}: {piece}")
                at += len(piece)
        cells = re.compile(rb"<sheetData>.*</sheetData>", re.DOTALL)
        for name in ("xl/worksheets/sheet3.xml", "xl/worksheets/sheet4.xml"):
            self.assertEqual(cells.search(before[name]).group(), cells.search(after[name]).group())

    def test_the_same_bytes(self):
        first = annotate(FOLDER / "report.xlsx", "annotated", MARKS).read_bytes()
        self.assertEqual(annotate(FOLDER / "report.xlsx", "annotated", MARKS).read_bytes(), first)
        self.assertEqual(annotate(FOLDER / "annotated.xlsx", "again", MARKS).read_bytes(), first)

    def test_again_replaces(self):
        annotate(FOLDER / "report.xlsx", "annotated", MARKS)
        again = annotate(FOLDER / "annotated.xlsx", "again", MARKS[-1:])
        self.assert_marked(again, {(DISPUTES, "E5"): "行政复议\n第二行"}, 1)
        self.assertEqual(len(shapes(again)), 1)

    def test_nothing_found(self):
        annotate(FOLDER / "report.xlsx", "annotated", MARKS)
        clean = annotate(FOLDER / "annotated.xlsx", "clean", [])
        book = self.assert_marked(clean, {}, 0)
        self.assertEqual(book[FINDINGS]["A3"].value, "检查完毕，未发现问题。")
        self.assertEqual(shapes(clean), [])
        before, after = parts(FOLDER / "report.xlsx"), parts(clean)
        self.assertEqual(before["xl/worksheets/sheet1.xml"], after["xl/worksheets/sheet1.xml"])

    def test_no_style_is_added_twice(self):
        first = parts(annotate(FOLDER / "report.xlsx", "annotated", MARKS))["xl/styles.xml"]
        self.assertEqual(parts(annotate(FOLDER / "annotated.xlsx", "again", MARKS[:1]))["xl/styles.xml"], first)

    def test_after_openpyxl(self):
        path = saved_by_openpyxl(annotate(FOLDER / "report.xlsx", "annotated", MARKS), "resaved")
        self.assert_marked(annotate(path, "again", MARKS))
        self.assertEqual(len(shapes(FOLDER / "again.xlsx")), len(SAID))
        before = openpyxl.load_workbook(path)
        after = openpyxl.load_workbook(FOLDER / "again.xlsx")
        for sheet in before.worksheets[:-1]:
            for row in sheet.iter_rows():
                for cell in row:
                    self.assertEqual(cell._style, after[sheet.title][cell.coordinate]._style)
        self.assert_marked(annotate(path, "clean", []), {}, 0)

    @unittest.skipUnless(HAS_OFFICE, "LibreOffice is not installed")
    def test_after_libreoffice(self):
        path = saved_by_office(annotate(FOLDER / "report.xlsx", "annotated", MARKS), "office_saved")
        book = openpyxl.load_workbook(path)
        self.assertEqual({place: comment.text for place, comment in comments(book).items()},
                         {place: SIGN + text.replace("_x0041_", "_x005F_x0041_") for place, text in SAID.items()})
        self.assertEqual(set(formats(book)) & set(SAID), set(SAID))
        again = annotate(path, "again", MARKS)
        self.assert_marked(again)
        self.assertEqual(len(shapes(again)), len(SAID))
        second = saved_by_office(again, "office_saved_again")
        self.assert_marked(annotate(second, "again", MARKS[:1]), {(REQUESTS, "J5"): MARKS[0][4]}, 1)
        styles = [parts(each)["xl/styles.xml"].count(b"<dxf>") for each in (path, second)]
        self.assertEqual(styles[0], styles[1])
        self.assert_marked(annotate(second, "clean", []), {}, 0)
        self.assertEqual(shapes(FOLDER / "clean.xlsx"), [])


class WithTheUsersOwn(unittest.TestCase):
    """A workbook in which the user has commented and coloured."""

    def setUp(self):
        book = openpyxl.load_workbook(FOLDER / "report.xlsx")
        requests = book.worksheets[REQUESTS]
        requests["D6"].comment = Comment("待局办公室核实", "王工")
        requests["J5"].comment = Comment("与台账一致", "王工")
        requests.conditional_formatting.add("D5:J5", FormulaRule(["D5>100"], fill=PatternFill(bgColor="FF00FF00")))
        requests.protection.sheet = True
        book.save(FOLDER / "own.xlsx")

    def check(self, path, marks=MARKS):
        book = openpyxl.load_workbook(path)
        found = comments(book)
        self.assertEqual(found[(REQUESTS, "D6")].text, "待局办公室核实")
        said = "\n" + SIGN + SAID[(REQUESTS, "J5")] if marks else ""
        self.assertEqual(found[(REQUESTS, "J5")].text, "与台账一致" + said)
        self.assertEqual(len(found), 2 + len(SAID) - 1 if marks else 2)
        self.assertIn((REQUESTS, "D5"), formats(book, "D5>100"))
        self.assertTrue(book.worksheets[REQUESTS].protection.sheet)
        self.assertEqual(len(shapes(path)), len(found))
        priorities = [rule.priority for area in book.worksheets[REQUESTS].conditional_formatting for rule in area.rules]
        self.assertEqual(len(set(priorities)), len(priorities))

    def test_what_is_the_users_stays(self):
        path = annotate(FOLDER / "own.xlsx", "own_annotated", MARKS)
        self.check(path)
        self.assertEqual(comments(openpyxl.load_workbook(path))[(REQUESTS, "J5")].author, "王工")
        self.check(annotate(path, "own_again", MARKS))
        self.check(annotate(path, "own_clean", []), [])

    def test_after_openpyxl(self):
        path = saved_by_openpyxl(annotate(FOLDER / "own.xlsx", "own_annotated", MARKS), "own_saved")
        self.check(annotate(path, "own_again", MARKS))
        self.check(annotate(path, "own_clean", []), [])

    @unittest.skipUnless(HAS_OFFICE, "LibreOffice is not installed")
    def test_after_libreoffice(self):
        path = saved_by_office(annotate(FOLDER / "own.xlsx", "own_annotated", MARKS), "own_office")
        self.check(annotate(path, "own_again", MARKS))
        self.check(annotate(path, "own_clean", []), [])
        first = saved_by_office(FOLDER / "own.xlsx", "own_office_first")
        self.check(annotate(first, "own_again", MARKS))


if __name__ == "__main__":
    unittest.main()
