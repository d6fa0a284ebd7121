#!/usr/bin/python3
"""Word documents as others see them: python-docx, and LibreOffice, which saves them anew and prints them.

    check_documents.py PROGRAM EXAMPLES FOLDER [--office]

Exit 77: what it needs is not installed.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import unittest
import zipfile

OFFICE = "--office" in sys.argv
if OFFICE:
    sys.argv.remove("--office")
    missing = [program for program in ("soffice", "pdftotext", "pdfinfo") if shutil.which(program) is None]
    if missing:
        print(f"not installed: {', '.join(missing)}; documents are not opened in LibreOffice")
        sys.exit(77)
else:
    try:
        import docx
        from docx.oxml.ns import qn
    except ImportError:
        print("python3-docx is not installed: documents are not read back")
        sys.exit(77)

FOLDER = pathlib.Path(sys.argv.pop(3))
EXAMPLES = pathlib.Path(sys.argv.pop(2))
PROGRAM = sys.argv.pop(1)

CITY = EXAMPLES / "city/report.json"
SECTIONS = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"]
TYPE_AREA = 8844  # 156 mm in twips
A4 = (11906, 16838)


def run(*arguments, **options):
    return subprocess.run([PROGRAM, *map(str, arguments)], check=True, capture_output=True, text=True, **options)


def make(name, *arguments, **options):
    target = FOLDER / f"{name}.docx"
    run(*arguments, "-o", target, "--force", **options)
    return target


def setUpModule():
    FOLDER.mkdir(parents=True, exist_ok=True)
    global DOCUMENTS
    DOCUMENTS = {
        "city": make("city", "render", CITY),
        "bureau": make("bureau", "render", EXAMPLES / "bureau/report.json"),
        "2019": make("2019", "render", EXAMPLES / "edition-2019/report.json"),
        "blank": make("blank", "blank", "--agency", "示例区测试局", "--year", "2024", "--to", "docx"),
        "draft": make("draft", "draft", CITY),
    }


def read(path):
    """The report in a file, as JSON; something may be open in it (exit 1)."""
    done = subprocess.run([PROGRAM, "import", path, "-o", "-"], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise AssertionError(done.stderr)
    return json.loads(done.stdout)


@unittest.skipIf(OFFICE, "the office's turn")
class PythonDocx(unittest.TestCase):
    def test_tables_have_their_grids(self):
        for name, path in DOCUMENTS.items():
            with self.subTest(name):
                tables = docx.Document(path).tables
                shapes = [(len(table.rows), len(table.columns)) for table in tables]
                self.assertEqual(shapes[1:], [(26 if name == "2019" else 28, 10), (4, 15)])
                self.assertEqual(shapes[0][1], 4)
                for table in tables:
                    self.check_widths(table)

    def check_widths(self, table):
        widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.findall(qn("w:gridCol"))]
        self.assertEqual(sum(widths), TYPE_AREA)
        for row in table._tbl.findall(qn("w:tr")):
            first = 0
            for cell in row.findall(qn("w:tc")):
                end = first + cell.grid_span
                self.assertEqual(int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))), sum(widths[first:end]))
                first = end
            self.assertEqual(first, len(widths))

    def test_merged_cells_are_one(self):
        requests = docx.Document(DOCUMENTS["city"]).tables[1]
        corner = requests.cell(0, 0)
        for row in range(3):
            for column in range(3):
                self.assertIs(requests.cell(row, column)._tc, corner._tc)
        self.assertEqual(requests.cell(0, 3).text, "申请人情况")
        self.assertIs(requests.cell(0, 9)._tc, requests.cell(0, 3)._tc)
        results = {requests.cell(row, 0)._tc for row in range(5, 27)}
        self.assertEqual({cell.getparent().index(cell) for cell in results}, {1})
        self.assertEqual([requests.cell(3, column).text for column in range(3, 10)],
                         ["2282", "501", "37", "30", "89", "57", "2996"])
        self.assertEqual(requests.cell(27, 0).text, "四、结转下年度继续办理")

    def test_heads_repeat_and_rows_stay_whole(self):
        for table in docx.Document(DOCUMENTS["city"]).tables[1:]:
            rows = table._tbl.findall(qn("w:tr"))
            heads = [row.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None for row in rows]
            self.assertEqual(heads, [True] * 3 + [False] * (len(rows) - 3))
            self.assertTrue(all(row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in rows))

    def test_headings_are_headings(self):
        document = docx.Document(DOCUMENTS["city"])
        headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 2"]
        self.assertEqual(headings, SECTIONS)
        title = next(paragraph for paragraph in document.paragraphs if paragraph.style.name == "Title")
        self.assertEqual(title.text.replace("\n", ""), "示例市人民政府2024年政府信息公开工作年度报告")

    def test_what_it_says_of_itself(self):
        core = docx.Document(DOCUMENTS["city"]).core_properties
        self.assertEqual((core.title, core.author, core.language),
                         ("示例市人民政府2024年政府信息公开工作年度报告", "示例市人民政府", "zh-CN"))

    def test_pages(self):
        for name, path in DOCUMENTS.items():
            for section in docx.Document(path).sections:
                with self.subTest(name):
                    size = section._sectPr.find(qn("w:pgSz"))
                    self.assertEqual((int(size.get(qn("w:w"))), int(size.get(qn("w:h")))), A4)
                    self.assertEqual([round(each.mm) for each in (section.top_margin, section.left_margin,
                                                                  section.right_margin, section.bottom_margin)],
                                     [37, 28, 26, 35])

    def test_blank_tables_are_empty(self):
        requests = docx.Document(DOCUMENTS["blank"]).tables[1]
        self.assertEqual({requests.cell(row, column).text for row in range(3, 28) for column in range(3, 10)}, {""})

    def test_draft_shows_last_year(self):
        document = docx.Document(DOCUMENTS["draft"])
        self.assertEqual(document.tables[1].cell(3, 3).text, "〔上年2282〕")
        self.assertIn("草稿", document.sections[0].header.paragraphs[0].text)

    def test_same_bytes_everywhere(self):
        once = DOCUMENTS["city"].read_bytes()
        for zone, locale, mask in (("UTC", "C", 0o022), ("Asia/Shanghai", "zh_CN.UTF-8", 0o077),
                                   ("America/New_York", "de_DE.UTF-8", 0o002)):
            before = os.umask(mask)
            try:
                again = make("again", "render", CITY, env={**os.environ, "TZ": zone, "LC_ALL": locale})
            finally:
                os.umask(before)
            self.assertEqual(again.read_bytes(), once)
        with zipfile.ZipFile(DOCUMENTS["city"]) as package:
            self.assertEqual({info.date_time for info in package.infolist()}, {(1980, 1, 1, 0, 0, 0)})


@unittest.skipUnless(OFFICE, "without an office")
class Office(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.made = {kind: cls.convert(kind) for kind in ("docx", "pdf")}

    @staticmethod
    def convert(kind):
        target = FOLDER / f"saved-{kind}"
        shutil.rmtree(target, ignore_errors=True)
        profile = (FOLDER / "profile").resolve().as_uri()
        subprocess.run(["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind, "--outdir",
                        target, *DOCUMENTS.values()], check=True, capture_output=True, timeout=240)
        return target

    def test_saved_anew_it_says_the_same(self):
        for name, path in DOCUMENTS.items():
            with self.subTest(name):
                self.assertEqual(read(self.made["docx"] / path.name), read(path))

    def test_printed(self):
        for name, path in DOCUMENTS.items():
            with self.subTest(name):
                pdf = self.made["pdf"] / f"{path.stem}.pdf"
                text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True,
                                      text=True).stdout
                pages = text.split("\f")[:-1]
                for number, page in enumerate(pages, 1):
                    self.assertIn(f"—{number}—", page.replace(" ", ""))
                info = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
                self.assertIn("A4", info)
                if name == "draft":
                    self.assertTrue(all("草稿" in page for page in pages))


if __name__ == "__main__":
    unittest.main()
