#!/usr/bin/python3
"""Reads the sample workbooks back with openpyxl and in the raw; with --recalculate also has LibreOffice compute them.

    check_workbooks.py WRITER FOLDER [--recalculate]

Exit 77: what it needs is not installed.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

try:
    import openpyxl
except ImportError:
    print("openpyxl is not installed: workbooks are not read back")
    sys.exit(77)

RECALCULATE = "--recalculate" in sys.argv
if RECALCULATE:
    sys.argv.remove("--recalculate")
    if not shutil.which("soffice"):
        print("LibreOffice is not installed: formulas are not computed")
        sys.exit(77)
FOLDER = pathlib.Path(sys.argv.pop(2))
WRITER = sys.argv.pop(1)

NARRATIVE, DISCLOSURE, REQUESTS, DISPUTES = "正文", "主动公开情况表", "申请情况表", "复议诉讼情况表"
VERDICTS = {"平", "不平"}
EMPTY = {None, ""}
CONTINUES = "\u200b"


def setUpModule():
    done = subprocess.run([WRITER, FOLDER], capture_output=True, text=True, check=True)
    assert done.stderr == "", done.stderr  # libxlsxwriter warns there


def formulas(name):
    return openpyxl.load_workbook(FOLDER / f"{name}.xlsx")


def values(name, folder=FOLDER):
    return openpyxl.load_workbook(folder / f"{name}.xlsx", data_only=True)


def part(name, sheet):
    book = formulas(name)
    with zipfile.ZipFile(FOLDER / f"{name}.xlsx") as archive:
        return archive.read(f"xl/worksheets/sheet{book.sheetnames.index(sheet) + 1}.xml").decode()


def find(sheet, text, column=None):
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == text and (column is None or cell.column == column):
                return cell
    raise AssertionError(f"{text} is not on {sheet.title}")


def checks(sheet):
    return {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value in VERDICTS}


def printed(sheet):
    area = sheet.print_area[0] if isinstance(sheet.print_area, list) else sheet.print_area
    return openpyxl.utils.cell.range_boundaries(area.split("!")[-1].replace("$", ""))


def recalculated(book, name):
    """The values that LibreOffice computes; openpyxl drops the cached ones when it saves."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / f"{name}.xlsx"
        book.save(source)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx",
                        "--outdir", f"{folder}/out", str(source)], capture_output=True, timeout=120, check=True)
        return values(name, pathlib.Path(folder) / "out")


class Report(unittest.TestCase):
    def setUp(self):
        self.formulas, self.values = formulas("report"), values("report")

    def test_a_sheet_for_the_narrative_and_for_each_table(self):
        self.assertEqual(self.values.sheetnames, [NARRATIVE, DISCLOSURE, REQUESTS, DISPUTES])

    def test_the_same_bytes(self):
        self.assertEqual((FOLDER / "report.xlsx").read_bytes(), (FOLDER / "again.xlsx").read_bytes())

    def test_properties_come_from_the_report(self):
        properties = self.values.properties
        self.assertEqual(properties.title, "示例区工业和信息化局2024年政府信息公开工作年度报告")
        self.assertEqual(properties.creator, "示例区工业和信息化局")
        self.assertEqual(properties.created.isoformat(), "2025-01-01T00:00:00")

    def test_narrative_has_one_paragraph_a_row(self):
        sheet = self.values[NARRATIVE]
        self.assertEqual(sheet.max_column, 1)
        texts = [cell.value for cell in sheet["A"]]
        self.assertEqual(texts[0], "示例区工业和信息化局\n2024年政府信息公开工作年度报告")
        self.assertIn("　　一、总体情况", texts)
        self.assertIn(f"　　（见“{REQUESTS}”工作表）", texts)
        self.assertTrue(all(text.startswith("　　") for text in texts[1:]))
        fonts = {cell.font.name for cell in sheet["A"]}
        self.assertEqual(fonts, {"方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312", "宋体"})  # 宋体: 见“…”工作表

    def test_merges_are_the_official_heads(self):
        merges = {str(merge) for merge in self.values[REQUESTS].merged_cells.ranges}
        corner = find(self.values[REQUESTS], "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）")
        self.assertEqual(corner.coordinate, "A2")
        for merge in ("A1:J1", "A2:C4", "D2:J2", "D3:D4", "E3:I3", "J3:J4", "A5:C5", "A6:C6", "A7:A28", "B7:C7", "B9:B16",
                      "B28:C28", "A29:C29"):
            self.assertIn(merge, merges)

    def test_merges_never_overlap(self):
        for name in ("report", "old", "broken", "blank", "nasty"):
            for sheet in formulas(name):
                seen = set()
                for merge in sheet.merged_cells.ranges:
                    cells = set(merge.cells)
                    self.assertGreater(len(cells), 1)
                    self.assertFalse(seen & cells, f"{name} {sheet.title} {merge}")
                    seen |= cells

    def test_totals_are_formulas_with_their_values(self):
        sheet, shown = self.formulas[REQUESTS], self.values[REQUESTS]
        self.assertEqual(sheet["J5"].value, '=IF(COUNT(D5:I5)<6,"",SUM(D5:I5))')
        self.assertEqual(shown["J5"].value, 51)
        self.assertEqual(sheet["D28"].value, '=IF(COUNT(D7:D27)<21,"",SUM(D7:D27))')
        self.assertEqual(shown["D28"].value, 42)
        live = [cell for row in sheet["D5:J29"] for cell in row if str(cell.value).startswith("=")]
        self.assertEqual(len(live), 25 + 6)
        self.assertTrue(all(isinstance(shown[cell.coordinate].value, int) for cell in live))

    def test_every_equation_has_a_check_outside_the_print_area(self):
        for title, count in ((DISCLOSURE, 0), (REQUESTS, 25 + 7 + 7), (DISPUTES, 3)):
            found = checks(self.values[title])
            self.assertEqual(len(found), count)
            self.assertEqual(set(found.values()), {"平"} if count else set())
            left, top, right, bottom = printed(self.values[title])
            for place in found:
                cell = self.values[title][place]
                self.assertTrue(cell.column > right or cell.row > bottom, place)
                self.assertTrue(str(self.formulas[title][place].value).startswith("=IF(COUNT("), place)

    def test_checks_say_what_they_are_about(self):
        texts = {cell.value for row in self.values[REQUESTS].iter_rows() for cell in row}
        self.assertTrue({"校验", "校验：（七）总计", "校验：四、结转下年度继续办理"} <= texts)
        texts = {cell.value for row in self.values[DISPUTES].iter_rows() for cell in row}
        self.assertTrue({"校验：\n行政复议·总计", "校验：\n未经复议直接起诉·总计", "校验：\n复议后起诉·总计"} <= texts)

    def test_a_wrong_sum_is_coloured_by_the_value_of_its_own_cell(self):
        for title, count in ((REQUESTS, 3), (DISPUTES, 3)):
            rules = re.findall(r"<cfRule (.*?)>(.*?)</cfRule>", part("report", title))
            self.assertEqual(len(rules), count)
            for attributes, formula in rules:
                self.assertIn('type="cellIs"', attributes)
                self.assertIn('operator="equal"', attributes)
                self.assertEqual(formula, "<formula>&quot;不平&quot;</formula>" if "&quot;" in formula
                                 else '<formula>"不平"</formula>')

    def test_pages(self):
        for sheet in self.values:
            self.assertEqual(sheet.page_setup.paperSize, 9)
            self.assertEqual(sheet.page_setup.orientation, "portrait")
            self.assertTrue(sheet.sheet_properties.pageSetUpPr.fitToPage)
            self.assertTrue(sheet.print_options.horizontalCentered)
            self.assertIn("— &P —", str(sheet.oddFooter.center.text) if sheet.oddFooter.center.text else "")
            self.assertEqual(printed(sheet)[:2], (1, 1))
        self.assertEqual(printed(self.values[REQUESTS]), (1, 1, 10, 29))
        self.assertEqual(self.values[REQUESTS].print_title_rows, "$2:$4")
        self.assertIsNone(self.values[DISCLOSURE].print_title_rows)
        self.assertNotIn("草稿", part("report", REQUESTS))

    def test_every_cell_of_a_table_has_its_border(self):
        for title in (DISCLOSURE, REQUESTS, DISPUTES):
            sheet = self.formulas[title]
            left, top, right, bottom = printed(sheet)
            for row in sheet.iter_rows(min_row=top + 1, max_row=bottom, max_col=right):
                for cell in row:
                    if type(cell).__name__ == "MergedCell":
                        continue  # openpyxl keeps only the rim of a merge
                    border = cell.border
                    sides = [border.left.style, border.right.style, border.top.style, border.bottom.style]
                    self.assertEqual(set(sides), {"thin"}, f"{title} {cell.coordinate}")


class OtherReports(unittest.TestCase):
    def test_the_2019_form(self):
        book = values("old")
        self.assertEqual(len(book.sheetnames), 4)
        for sheet in book:
            self.assertNotIn("不平", checks(sheet).values())
        self.assertGreater(len(checks(book[REQUESTS])), 30)

    def test_what_is_wrong_is_kept_and_shown(self):
        book, shown = formulas("broken"), values("broken")
        sheet = shown[REQUESTS]  # one row lower: the mark of a draft
        self.assertEqual(sheet["A1"].value, "草稿")
        self.assertEqual(printed(sheet)[1], 2)
        self.assertEqual(book[REQUESTS]["J6"].value, 51)
        self.assertEqual(sheet["L6"].value, "不平")
        self.assertEqual(sheet["D8"].value, "/")
        self.assertIn(sheet["L8"].value, EMPTY)
        self.assertEqual(book[REQUESTS]["J8"].value, '=IF(COUNT(D8:I8)<6,"",SUM(D8:I8))')
        self.assertIn(sheet["J8"].value, EMPTY)
        self.assertEqual(book[REQUESTS]["J30"].value, '=IF(COUNT(D30:I30)<6,"",SUM(D30:I30))')
        self.assertEqual(sheet["J30"].value, 4)
        self.assertEqual(sorted(value for value in checks(shown[DISPUTES]).values()), ["不平", "平", "平"])
        for each in shown:
            self.assertIn("草稿", part("broken", each.title))

    def test_numbers_show_all_they_have(self):
        sheet = values("broken")[DISCLOSURE]
        fees = find(sheet, 24252.311082)
        self.assertEqual(fees.number_format, "[=0]0;0.00####")
        self.assertEqual(find(sheet, "9007199254740993").data_type, "s")
        self.assertEqual(find(values("report")[DISPUTES], 5).number_format, "0")
        colour = formulas("broken")[REQUESTS]["J30"].font.color  # open in the report, and computed
        self.assertEqual((colour.type, colour.theme), ("theme", 1))

    def test_remarks_stand_below_their_table(self):
        sheet = values("broken")[DISCLOSURE]
        note = find(sheet, "注：行政规范性文件·本年制发件数：其中修订6件")
        self.assertEqual(printed(sheet)[3], note.row)
        self.assertEqual(find(sheet, 3).data_type, "n")
        find(values("broken")[REQUESTS], "注：一、本年新收政府信息公开申请数量·总计：含网上申请40件")

    def test_a_blank_form_has_live_totals_and_no_zero(self):
        book, shown = formulas("blank"), values("blank")
        for title in (DISCLOSURE, REQUESTS, DISPUTES):
            cells = [cell for row in shown[title].iter_rows() for cell in row]
            self.assertNotIn(0, [cell.value for cell in cells])
            self.assertEqual(checks(shown[title]), {})
        live = [cell for row in book[REQUESTS].iter_rows() for cell in row if str(cell.value).startswith("=")]
        self.assertEqual(len(live), 25 + 6 + 25 + 7 + 7)
        self.assertTrue(all(shown[REQUESTS][cell.coordinate].value in EMPTY for cell in live))

    def test_a_table_alone_has_no_narrative_sheet(self):
        book = values("attachment")
        self.assertEqual(book.sheetnames, [DISPUTES])
        self.assertEqual(book[DISPUTES]["A1"].value, "附件3")

    def test_nasty_text_stays_text(self):
        book = values("nasty")
        self.assertEqual(book.sheetnames, ["正文", "附表", "附表(2)"])
        texts = [cell.value for cell in book["正文"]["A"] if cell.value]
        with zipfile.ZipFile(FOLDER / "nasty.xlsx") as archive:
            strings = archive.read("xl/sharedStrings.xml").decode()
        self.assertTrue("　　=1+1" in texts)
        self.assertTrue(">　　_x005F_x0041_<" in strings)  # never printed whole: 20,000 characters
        self.assertTrue(">_x005F_x0042_<" in strings)
        self.assertTrue("　　ab\ufffd" in texts)
        self.assertTrue("　　<b>&amp;</b>" in texts)
        self.assertTrue("　　强调，其余。" in texts)
        self.assertTrue("<b/>" in strings)
        joined = "".join(text.removesuffix(CONTINUES) for text in texts if "𠮷" in text)
        self.assertTrue(joined == "　　" + "𠮷" * 20000)
        self.assertTrue(all(len(text.encode("utf-16-le")) // 2 <= 32767 for text in texts))
        self.assertEqual(formulas("nasty")["附表"]["A2"].data_type, "s")
        for name in book.sheetnames:
            self.assertNotIn("<f>", part("nasty", name))

    def test_a_tall_paragraph_goes_on_in_the_rows_below(self):
        sheet = values("nasty")["正文"]
        self.assertEqual(len(sheet.merged_cells.ranges), 0)
        texts = [cell.value for cell in sheet["A"]]
        first = next(i for i, text in enumerate(texts) if text.startswith("　　长"))
        last = next(i for i in range(first, len(texts)) if not texts[i].endswith(CONTINUES))
        self.assertGreater(last, first)
        self.assertTrue("".join(text.removesuffix(CONTINUES) for text in texts[first:last + 1]) == "　　" + "长" * 1000)
        self.assertTrue(all(len(text) <= 12 * 28 + 1 for text in texts[first:last + 1]))
        self.assertTrue(all(dimension.height <= 409.5 for dimension in sheet.row_dimensions.values()))

    def test_parts_are_well_formed(self):
        for path in FOLDER.glob("*.xlsx"):
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    __import__("xml.dom.minidom").dom.minidom.parseString(archive.read(name))


@unittest.skipUnless(RECALCULATE, "LibreOffice is asked only with --recalculate")
class Recalculated(unittest.TestCase):
    def test_formulas_have_the_values_that_were_cached(self):
        for name in ("report", "broken", "blank", "old"):
            book, cached = formulas(name), values(name)
            computed = recalculated(formulas(name), name)
            for sheet in book:
                for row in sheet.iter_rows():
                    for cell in row:
                        if str(cell.value).startswith("=") and cell.data_type == "f":
                            was = cached[sheet.title][cell.coordinate].value
                            now = computed[sheet.title][cell.coordinate].value
                            self.assertTrue(was == now or {was, now} <= EMPTY, f"{name} {sheet.title} {cell.coordinate}")

    def test_a_wrong_number_turns_the_checks(self):
        book = formulas("report")
        book[REQUESTS]["J5"] = 50      # typed over the total
        book[REQUESTS]["D29"] = 9      # carried over
        book[DISPUTES]["E5"] = 4
        computed = recalculated(book, "report")
        self.assertEqual({place for place, value in checks(computed[REQUESTS]).items() if value == "不平"},
                         {"L5", "D31", "J31"})
        self.assertEqual({place for place, value in checks(computed[DISPUTES]).items() if value == "不平"}, {"Q5"})

    def test_totals_follow_the_numbers_typed_in(self):
        book = formulas("blank")
        for column in "DEFGHI":
            book[REQUESTS][f"{column}5"] = 2
        computed = recalculated(book, "blank")
        self.assertEqual(computed[REQUESTS]["J5"].value, 12)
        self.assertEqual(checks(computed[REQUESTS]), {"L5": "平"})
        self.assertIn(computed[REQUESTS]["J6"].value, EMPTY)


if __name__ == "__main__":
    unittest.main()
