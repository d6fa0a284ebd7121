#!/usr/bin/python3
"""Reads the fill-in form back with openpyxl and in the raw; with --recalculate also fills it in and has LibreOffice compute it.

    check_form_workbooks.py WRITER FOLDER [--recalculate]

Exit 77: what it needs is not installed.
"""
import functools
import json
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
    from openpyxl.utils.cell import range_boundaries
except ImportError:
    print("openpyxl is not installed: the form is not read back")
    sys.exit(77)

RECALCULATE = "--recalculate" in sys.argv
if RECALCULATE:
    sys.argv.remove("--recalculate")
    if not shutil.which("soffice"):
        print("LibreOffice is not installed: formulas are not computed")
        sys.exit(77)
FOLDER = pathlib.Path(sys.argv.pop(2))
WRITER = sys.argv.pop(1)
SCHEMAS = pathlib.Path(__file__).resolve().parents[3] / "schemas"
FORM = json.loads((SCHEMAS / "forms" / "2021.json").read_text(encoding="utf-8"))
AGENCIES = json.loads((SCHEMAS / "agencies.json").read_text(encoding="utf-8"))

GUIDE, PARTICULARS, LEDGER, TEXTS, RESULT, DATA = "填表说明", "基本信息", "申请台账", "文字部分", "校验结果", "程序数据"
DISCLOSURE, REQUESTS, DISPUTES = "主动公开情况表", "申请情况表", "复议诉讼情况表"
TABLES = (DISCLOSURE, REQUESTS, DISPUTES)
FORMS = ("form-blank", "form-next", "form-full", "form-broken", "form-long", "form-old")
INPUTS = {DISCLOSURE: 10, REQUESTS: 24 * 6, DISPUTES: 12}
INPUT_COLOUR = "FFFFF8D6"
FUNCTIONS = {"SUM", "IF", "INT", "COUNTIFS", "COUNTBLANK", "COUNT", "LEN", "ABS", "AND", "OR", "NOT"}
EMPTY = {None, ""}


def setUpModule():
    done = subprocess.run([WRITER, FOLDER], capture_output=True, text=True, check=True)
    assert done.stderr == "", done.stderr  # libxlsxwriter warns there


def opened(name):
    return openpyxl.load_workbook(FOLDER / f"{name}.xlsx")


@functools.lru_cache(maxsize=None)  # a thousand lines of ledger are slow to read
def formulas(name):
    """Not to be changed: `opened` gives a workbook of its own."""
    return opened(name)


@functools.lru_cache(maxsize=None)
def values(name, folder=FOLDER):
    return openpyxl.load_workbook(folder / f"{name}.xlsx", data_only=True)


def part(name, sheet):
    book = formulas(name)
    with zipfile.ZipFile(FOLDER / f"{name}.xlsx") as archive:
        return archive.read(f"xl/worksheets/sheet{book.sheetnames.index(sheet) + 1}.xml").decode()


def cells(sheet):
    return [cell for row in sheet.iter_rows() for cell in row]


def find(sheet, text):
    for cell in cells(sheet):
        if cell.value == text:
            return cell
    raise AssertionError(f"{text} is not on {sheet.title}")


def is_formula(cell):
    return cell.data_type == "f"


def inputs(sheet):
    return [cell for cell in cells(sheet) if not cell.protection.locked]


def beside(sheet, label):
    """The cell right of a label in the first column."""
    return sheet.cell(find(sheet, label).row, 2)


def found(sheet):
    """What 校验结果 lists: (result, sheet, what) with the number of places."""
    return {(row[0], row[2], row[3]): row[1] for row in sheet.iter_rows(min_row=4, values_only=True) if row[1]}


def recalculated(books):
    """The values that LibreOffice computes, of several workbooks at once; openpyxl drops the cached ones when it saves."""
    with tempfile.TemporaryDirectory() as folder:
        for name, book in books.items():
            book.save(pathlib.Path(folder) / f"{name}.xlsx")
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx",
                        "--outdir", f"{folder}/out", *[f"{folder}/{name}.xlsx" for name in books]],
                       capture_output=True, timeout=240, check=True)
        return {name: values(name, pathlib.Path(folder) / "out") for name in books}


class Blank(unittest.TestCase):
    def setUp(self):
        self.formulas, self.values = formulas("form-blank"), values("form-blank")

    def test_the_sheets(self):
        self.assertEqual(self.values.sheetnames, [GUIDE, PARTICULARS, *TABLES, LEDGER, TEXTS, RESULT, DATA])
        self.assertEqual([sheet.title for sheet in self.values if sheet.sheet_state != "visible"], [DATA])
        self.assertEqual(self.values.active.title, GUIDE)
        self.assertEqual(formulas("form-old").sheetnames, [GUIDE, PARTICULARS, *TABLES, TEXTS, RESULT, DATA])

    def test_the_same_bytes(self):
        self.assertEqual((FOLDER / "form-blank.xlsx").read_bytes(), (FOLDER / "form-again.xlsx").read_bytes())

    def test_every_sheet_is_protected_without_a_password(self):
        for sheet in self.formulas:
            self.assertTrue(sheet.protection.sheet, sheet.title)
            self.assertNotIn("password", re.search(r"<sheetProtection[^>]*>", part("form-blank", sheet.title)).group())

    def test_what_is_to_be_filled_in_is_unlocked_and_coloured_and_nothing_else(self):
        for title in TABLES:
            self.assertEqual(len(inputs(self.formulas[title])), INPUTS[title])
        for title in (GUIDE, RESULT, DATA):
            self.assertEqual(inputs(self.formulas[title]), [])
        self.assertEqual({cell.coordinate for cell in inputs(self.formulas[PARTICULARS])}, {f"B{row}" for row in range(3, 23)})
        self.assertEqual({cell.coordinate for cell in inputs(self.formulas[LEDGER])},
                         {f"{column}{row}" for column in "BCDEFG" for row in range(4, 1004)})
        for sheet in self.formulas:
            for cell in cells(sheet):
                coloured = cell.fill.fill_type == "solid" and cell.fill.fgColor.rgb == INPUT_COLOUR
                is_sample = sheet.title == GUIDE and cell.column == 2
                self.assertEqual(not cell.protection.locked, coloured and not is_sample, f"{sheet.title} {cell.coordinate}")

    def test_no_input_is_merged(self):
        for name in FORMS:
            for sheet in formulas(name):
                merged = {place for merge in sheet.merged_cells.ranges for place in merge.cells}
                for cell in inputs(sheet):
                    self.assertNotIn((cell.row, cell.column), merged, f"{name} {sheet.title} {cell.coordinate}")

    def test_a_block_of_six_columns_pastes_into_table_three(self):
        places = {cell.coordinate for cell in inputs(self.formulas[REQUESTS])}
        self.assertEqual(places, {f"{column}{row}" for column in "DEFGHI" for row in [*range(6, 29), 30]})

    def test_totals_are_locked_formulas(self):
        sheet = self.formulas[REQUESTS]
        self.assertEqual(sheet["J6"].value, '=IF(COUNT(D6:I6)<6,"",SUM(D6:I6))')
        self.assertEqual(sheet["D29"].value, '=IF(COUNT(D8:D28)<21,"",SUM(D8:D28))')
        for place in [f"J{row}" for row in range(6, 31)] + [f"{column}29" for column in "DEFGHI"]:
            self.assertTrue(is_formula(sheet[place]) and sheet[place].protection.locked, place)

    def test_inputs_hold_formulas_that_show_nothing(self):
        for title in TABLES:
            for cell in inputs(self.formulas[title]):
                self.assertTrue(cell.value.startswith(f"=IF('{PARTICULARS}'!$B$"), cell.value)
                self.assertIn(self.values[title][cell.coordinate].value, EMPTY)

    def test_tables_have_their_official_merges(self):
        merges = {str(merge) for merge in self.values[REQUESTS].merged_cells.ranges}
        for merge in ("A3:C5", "D3:J3", "D4:D5", "E4:I4", "J4:J5", "A6:C6", "A8:A29", "B10:B17", "B29:C29", "A30:C30"):
            self.assertIn(merge, merges)

    def test_every_input_of_a_table_is_validated(self):
        for name in ("form-blank", "form-old"):
            book = formulas(name)
            for title in TABLES:
                rules = book[title].data_validations.dataValidation
                for cell in inputs(book[title]):
                    of_cell = [rule for rule in rules if cell.coordinate in rule.sqref]
                    self.assertEqual(len(of_cell), 1, f"{title} {cell.coordinate}")
                    self.assertIn(of_cell[0].type, ("whole", "decimal"))
                    self.assertRegex(of_cell[0].errorTitle, "^请填")
                    self.assertRegex(of_cell[0].error, "没有")
        rules = self.formulas[DISCLOSURE].data_validations.dataValidation
        fee = find(self.values[DISCLOSURE], "行政事业性收费").row
        self.assertEqual([(str(rule.sqref), rule.operator, rule.formula1) for rule in rules if rule.type == "decimal"],
                         [(f"B{fee}", "greaterThanOrEqual", "0")])
        self.assertTrue(all(rule.formula1 == "0" for rule in rules))
        old = formulas("form-old")[DISCLOSURE]
        change = [rule for rule in old.data_validations.dataValidation if "减少的填负数" in rule.error]
        self.assertTrue(change and all(int(rule.formula1) < -10**9 for rule in change))

    def list_at(self, sheet, place):
        rules = [rule for rule in self.formulas[sheet].data_validations.dataValidation if place in rule.sqref]
        self.assertEqual([rule.type for rule in rules], ["list"], place)
        self.assertTrue(rules[0].error and rules[0].errorTitle)
        name, area = rules[0].formula1.replace("'", "").split("!")
        self.assertEqual(name, DATA)
        left, top, right, bottom = range_boundaries(area.replace("$", ""))
        return [self.values[DATA].cell(row, left).value for row in range(top, bottom + 1)]

    def test_lists_stand_on_the_hidden_sheet(self):
        for label, key in (("单位类别", "kinds"), ("行政层级", "levels"), ("统计范围", "scopes")):
            place = beside(self.values[PARTICULARS], label).coordinate
            self.assertEqual(self.list_at(PARTICULARS, place), [entry["zh"] for entry in AGENCIES[key]])
        for table in TABLES:
            place = beside(self.values[PARTICULARS], table + "有无数据").coordinate
            self.assertEqual(self.list_at(PARTICULARS, place), ["有", "无"])
        self.assertEqual(self.list_at(LEDGER, "C4"), ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"])
        self.assertEqual(self.list_at(LEDGER, "D1003"), ["是", "否"])
        outcomes = self.list_at(LEDGER, "E500")
        self.assertEqual(len(outcomes), 22)
        self.assertEqual((outcomes[0], outcomes[-1]), ("（一）予以公开", "四、结转下年度继续办理"))
        self.assertNotIn("（七）总计", outcomes)

    def test_only_functions_of_excel_2007(self):
        for name in FORMS:
            book = formulas(name)
            for sheet in book:
                raw = part(name, sheet.title)
                self.assertNotIn('t="array"', raw)
                for formula in re.findall(r"<(?:f|formula|formula1|formula2)>([^<]*)<", raw):
                    bare = re.sub(r"&quot;.*?&quot;|\"[^\"]*\"", "", formula)
                    self.assertLessEqual(set(re.findall(r"([A-Z][A-Z.]+)\(", bare)), FUNCTIONS, formula)
                    self.assertLess(len(formula), 8000)
        with zipfile.ZipFile(FOLDER / "form-full.xlsx") as archive:
            self.assertFalse([name for name in archive.namelist() if "vba" in name.lower()])

    def test_conditional_formats_look_at_their_own_sheet(self):
        for sheet in self.formulas:
            for rule in re.findall(r"<cfRule.*?</cfRule>", part("form-blank", sheet.title)):
                self.assertRegex(rule, 'type="(cellIs|expression)"')
                self.assertNotIn("!", rule)
        # The formula is written for the first cell of its range.
        rules = re.findall(r'<conditionalFormatting sqref="D6:I28">(.*?)</conditionalFormatting>', part("form-blank", REQUESTS))
        self.assertIn('<formula>IF(AY6="",FALSE,D6&lt;&gt;AY6)</formula>'.replace("AY", self.count_column()), rules[0])

        none = f"${openpyxl.utils.get_column_letter(openpyxl.utils.column_index_from_string(self.count_column()) - 4)}$1"
        self.assertIn(f"<formula>IF(COUNT(D6)=0,LEN(D6)&gt;0,OR(D6&lt;0,INT(D6)&lt;&gt;D6,IF({none}=1,D6&lt;&gt;0,FALSE)))</formula>", rules[0])
        self.assertTrue(self.formulas[REQUESTS][none.replace("$", "")].value.startswith(f"=IF('{PARTICULARS}'!"))

    def count_column(self):
        return re.match(r"=IF\([^,]*,0,([A-Z]+)6\)", self.formulas[REQUESTS]["D6"].value).group(1)

    def test_every_formula_has_a_cached_value(self):
        for name in FORMS:
            for sheet in formulas(name):
                for cell in re.findall(r"<c [^>]*>(?:(?!</c>).)*<f>.*?</c>", part(name, sheet.title)):
                    self.assertIn("<v>", cell)

    def test_the_first_line_of_the_result(self):
        self.assertEqual(self.values[RESULT]["A1"].value, f"还有{sum(INPUTS.values()) + 3}处未填")
        self.assertEqual(find(self.values[GUIDE], self.values[RESULT]["A1"].value).row, 3)
        self.assertEqual(values("form-full")[RESULT]["A1"].value, "可以报送")
        self.assertEqual(found(values("form-full")[RESULT]), {})

    def test_the_guide_says_colours_sources_and_the_deadline(self):
        texts = "\n".join(str(cell.value) for cell in cells(self.values[GUIDE]) if cell.value)
        for word in ("浅黄色", "申请情况表：办公室（申请台账）", "复议诉讼情况表：法规科", "2026年1月31日", FORM["citation"]):
            self.assertIn(word, texts)
        self.assertNotIn("3月31日", texts)  # of governments, and this is a department

    def test_the_guide_speaks_of_a_ledger_only_where_there_is_one(self):
        for name, steps, has_ledger in (("form-blank", 5, True), ("form-old", 4, False)):
            texts = [str(cell.value) for cell in cells(values(name)[GUIDE]) if re.match(r"\d\. ", str(cell.value))]
            self.assertEqual([text[0] for text in texts], [str(i + 1) for i in range(steps)])
            self.assertEqual(any(LEDGER in text for text in texts), has_ledger)

    def test_the_hidden_sheet_says_what_the_file_is(self):
        sheet = self.values[DATA]
        self.assertEqual([beside(sheet, label).value for label in ("格式", "文号", "程序版本")],
                         ["2021", FORM["citation"], "0.0.0-test"])

    def test_what_stands_beside_a_table_is_marked_as_such(self):
        for name in ("form-blank", "form-next"):
            book = values(name)
            for title in TABLES:
                sheet = book[title]
                area = sheet.print_area[0] if isinstance(sheet.print_area, list) else sheet.print_area
                _, _, right, _ = range_boundaries(area.split("!")[-1].replace("$", ""))
                heads = [cell.value for cell in cells(sheet) if cell.column > right and isinstance(cell.value, str)
                         and 3 <= cell.row <= 5 and cell.value not in EMPTY]
                self.assertTrue(heads)
                allowed = ("校验", "数据来源", "上年·", "法规科", "执法、审批科室", "办公室", "财务科")
                self.assertTrue(all(head.startswith(allowed) for head in heads), heads)

    def test_last_years_figures_stand_grey_beside_this_years(self):
        sheet, full = values("form-next")[REQUESTS], values("form-full")[REQUESTS]
        heads = [cell for cell in cells(sheet) if str(cell.value).startswith("上年·")]
        self.assertEqual([head.value for head in heads][-2:], ["上年·其他", "上年·总计"])
        self.assertEqual(len(heads), 7)
        total = find(sheet, "上年·总计")
        for row in range(6, 31):
            self.assertEqual(sheet.cell(row, total.column).value, full.cell(row, 10).value)
            self.assertEqual(formulas("form-next")[REQUESTS].cell(row, total.column).font.color.rgb, "FF808080")
        sheet = values("form-next")[DISPUTES]
        label = find(sheet, "上年·数据")
        self.assertEqual(label.column, 16)  # the first that is free right of the table
        self.assertEqual([sheet.cell(label.row, column).value for column in range(1, 16)],
                         [values("form-full")[DISPUTES].cell(6, column).value for column in range(1, 16)])
        self.assertFalse([cell for cell in cells(values("form-blank")[REQUESTS]) if str(cell.value).startswith("上年·")])

    def test_the_narrative_has_a_row_for_every_field(self):
        rows = [row[:2] for row in self.values[TEXTS].iter_rows(min_row=4, values_only=True)]
        headings = {section["id"]: section["heading"] for section in FORM["sections"]}
        expected = []
        for field in FORM["fields"]:
            expected.append((headings.get(field.get("section"), field["title"]["zh"]), field["title"]["zh"]))
        last = max(i for i, field in enumerate(FORM["fields"]) if field.get("section") == "overview")
        expected[last + 1:last + 1] = [(headings["overview"], None)] * 3
        self.assertEqual(rows, expected)
        head = [cell.value for cell in self.values[TEXTS][3]]
        self.assertEqual(head, ["部分", "项目", "内容", "填写要求", "字数"])


class Prefilled(unittest.TestCase):
    def test_values_stand_in_their_cells(self):
        book, shown = formulas("form-full"), values("form-full")
        self.assertEqual([cell.value for cell in book[REQUESTS]["D6:I6"][0]], [41, 6, 0, 1, 3, 0])
        self.assertEqual(shown[REQUESTS]["J6"].value, 51)
        fee = find(shown[DISCLOSURE], "行政事业性收费").row
        self.assertEqual(book[DISCLOSURE].cell(fee, 2).value, 24252.311082)
        self.assertTrue(find(shown[DISCLOSURE], "注：行政许可·本年处理决定数量：其中变更1件"))
        sheet = shown[PARTICULARS]
        for label, value in (("报告年度", 2024), ("单位简称", "示例区工信局、区工信局"), ("邮政编码", "010000"),
                             ("发文字号", "示例发〔2025〕1号"), ("审核人", "李四"), ("申请情况表有无数据", None)):
            self.assertEqual(beside(sheet, label).value, value)

    def test_items_of_its_own_stand_where_they_belong(self):
        rows = [row[:3] for row in values("form-full")[TEXTS].iter_rows(min_row=4, values_only=True)]
        items = [row[1] for row in rows]
        at = items.index("基层指导")
        self.assertEqual(items[at - 1:at + 5], ["政府信息公开平台建设", "基层指导", "监督保障", "其他工作", None, None])
        self.assertEqual(rows[at][2], "指导镇街。\n又一段。")
        self.assertIn(f"C{at + 4}", {cell.coordinate for cell in inputs(formulas("form-full")[TEXTS])})
        self.assertIn(f"B{at + 4}", {cell.coordinate for cell in inputs(formulas("form-full")[TEXTS])})

    def test_a_text_that_is_too_long_goes_on_below(self):
        rows = [row[:3] for row in values("form-long")[TEXTS].iter_rows(min_row=4, values_only=True)]
        for row in rows:
            self.assertLessEqual(len((row[2] or "").encode("utf-16-le")) // 2, 32767)
        end = next(i for i in range(1, len(rows)) if rows[i][1] != "（续）")
        text = "".join(row[2] for row in rows[:end])
        self.assertTrue(text == "=1+1\n+86\n" + "长𠮷" * 10000 + "\n末段")
        self.assertEqual({row[0] for row in rows[:end]}, {"前言"})
        self.assertFalse(any(is_formula(cell) for cell in formulas("form-long")[TEXTS]["C"]))
        with zipfile.ZipFile(FOLDER / "form-long.xlsx") as archive:
            strings = archive.read("xl/sharedStrings.xml").decode()
        tail = next(i for i, row in enumerate(rows) if row[0].startswith("六、"))
        whole = "".join(row[2] for row in rows[tail:])
        self.assertTrue(whole.replace("_x005F_", "_") in ("_x0041_" * 5000, "A" * 5000) or "_x005F_x0041_" in strings)

    def test_what_is_wrong_is_kept_shown_and_counted(self):
        book, shown = formulas("form-broken"), values("form-broken")
        sheet = shown[REQUESTS]
        self.assertEqual(book[REQUESTS]["J6"].value, 51)       # disagrees with its sum: can be corrected
        self.assertFalse(book[REQUESTS]["J6"].protection.locked)
        self.assertEqual(sheet["L6"].value, "横向合计不符")
        self.assertEqual(sheet["L7"].value, "相符")
        self.assertEqual(sheet["D8"].value, "/")
        row = find(sheet, "校验：四、结转下年度继续办理").row
        self.assertEqual([cell.value or "" for cell in sheet[row][3:10]], ["相符", "勾稽关系不符", "相符", "相符", "相符", "相符", "相符"])
        self.assertEqual(shown[RESULT]["A1"].value, "还有5处不符")
        self.assertEqual(found(shown[RESULT]), {
            ("不符", DISCLOSURE, "填的不是数字"): 1,
            ("不符", REQUESTS, "填的不是数字"): 1,
            ("不符", REQUESTS, "每一行：总计等于六类申请人之和。"): 1,
            ("不符", REQUESTS, "每一列：本年新收＋上年结转＝办理结果总计＋结转下年度继续办理。"): 1,
            ("不符", DISPUTES, "行政复议、未经复议直接起诉、复议后起诉三组，各组总计等于本组四项之和。"): 1,
        })


def write_texts(book):
    for row in book[TEXTS].iter_rows(min_row=4):
        if row[1].value and "说明" not in row[1].value:
            row[2].value = "本年度的情况已经写明。"


def choose_none(book, *tables):
    for table in tables:
        beside(book[PARTICULARS], table + "有无数据").value = "无"


LINES = [("自然人", None, "（一）予以公开"), ("自然人", "否", "1.属于国家秘密"), ("自然人", "是", "（一）予以公开"),
         ("商业企业", "是", None), ("其他", "否", "四、结转下年度继续办理"), ("其他", None, "3.其他")]


def write_ledger(book, lines):
    for row, (kind, carried, outcome) in enumerate(lines, start=4):
        for column, value in zip("BCDE", ("2025-03-01", kind, carried, outcome)):
            book[LEDGER][f"{column}{row}"] = value


@unittest.skipUnless(RECALCULATE, "LibreOffice is asked only with --recalculate")
class Recalculated(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        books = {name: opened(name) for name in FORMS}
        for name, fill in cls.scenarios().items():
            books[name] = opened("form-full" if name.startswith("full") else "form-blank")
            fill(books[name])
        cls.typed = books
        cls.computed = recalculated(books)

    @staticmethod
    def scenarios():
        def none(book):
            choose_none(book, *TABLES)
            write_texts(book)

        def none_beside_figures(book):
            none(book)
            book[REQUESTS]["D6"] = 5
            book[REQUESTS]["E6"] = 0
            book[DISPUTES]["A6"] = 2

        def ledger(book):
            write_ledger(book, LINES)
            choose_none(book, DISCLOSURE, DISPUTES)
            write_texts(book)

        def typed_beside_ledger(book):
            ledger(book)
            book[REQUESTS]["D6"] = 2      # as the ledger counts
            book[REQUESTS]["E7"] = 3      # the ledger has 1

        def careless_ledger(book):
            write_ledger(book, [(None, None, "（一）予以公开"), ("自然人", None, None)])
            book[LEDGER]["F5"] = "2025-04-01"

        def pasted(book):
            for row in [*range(6, 29), 30]:
                for column in "DEFGHI":
                    book[REQUESTS][f"{column}{row}"] = 0
            for column, figures in zip("DEF", ((5, 1, 4, 2), (0, 0, 0, 0), (1, 0, 1, 1))):
                for row, figure in zip((6, 7, 8, 30), figures):
                    book[REQUESTS][f"{column}{row}"] = figure

        def full_wrong(book):
            book[REQUESTS]["D30"] = 9
            book[REQUESTS]["E8"] = "3件"
            book[DISPUTES]["A6"] = -2
            book[DISPUTES]["B6"] = 1.5
            book[DISCLOSURE]["B6"] = 30   # issued, more than are in force and repealed
            for row in book[TEXTS].iter_rows(min_row=4):
                if row[0].value.startswith("五、"):
                    row[2].value = None
                if row[1].value == "存在的主要问题":
                    row[2].value = "无"
            beside(book[PARTICULARS], "单位名称").value = None
            beside(book[PARTICULARS], "报告年度").value = "2024年"

        def full_total(book):
            book[REQUESTS]["J6"] = 50     # typed over the total, with the protection taken off
            book[REQUESTS]["D29"] = 41

        return {"none": none, "none-beside-figures": none_beside_figures, "ledger": ledger,
                "typed-beside-ledger": typed_beside_ledger, "careless-ledger": careless_ledger, "pasted": pasted,
                "full-wrong": full_wrong, "full-total": full_total}

    def sheet(self, name, title):
        return self.computed[name][title]

    def first_line(self, name):
        return self.sheet(name, RESULT)["A1"].value

    def test_formulas_have_the_values_that_were_cached(self):
        for name in FORMS:
            cached, count = values(name), 0
            for sheet in self.typed[name]:
                for cell in cells(sheet):
                    if not is_formula(cell):
                        continue
                    count += 1
                    was = cached[sheet.title][cell.coordinate].value
                    now = self.sheet(name, sheet.title)[cell.coordinate].value
                    if sheet.title == TEXTS and "𠮷" in str(sheet.cell(cell.row, 3).value):
                        continue  # LibreOffice counts characters, Excel UTF-16 units
                    self.assertTrue(was == now or {was, now} <= EMPTY,
                                    f"{name} {sheet.title} {cell.coordinate}: {was!r}, {now!r}")
            self.assertGreater(count, 120)

    def test_none_fills_the_tables_with_0(self):
        for title in TABLES:
            for cell in inputs(self.typed["none"][title]):
                self.assertEqual(self.sheet("none", title)[cell.coordinate].value, 0)
        self.assertEqual(self.sheet("none", REQUESTS)["J29"].value, 0)
        self.assertEqual(self.sheet("none", REQUESTS)["L6"].value, "相符")
        self.assertEqual(self.first_line("none"), "可以报送")
        self.assertEqual(self.sheet("none", GUIDE)["B3"].value, "可以报送")

    def test_none_beside_figures_is_a_conflict(self):
        self.assertEqual(self.first_line("none-beside-figures"), "还有4处不符")
        items = found(self.sheet("none-beside-figures", RESULT))
        self.assertEqual(items[("不符", REQUESTS, "选了“无”，表中却填了不是0的数")], 1)
        self.assertEqual(items[("不符", DISPUTES, "选了“无”，表中却填了不是0的数")], 1)

    def test_the_ledger_counts_into_table_three(self):
        sheet = self.sheet("ledger", REQUESTS)
        self.assertEqual([sheet[f"{column}6"].value for column in "DEFGHIJ"], [2, 0, 0, 0, 0, 2, 4])
        self.assertEqual([sheet[f"{column}7"].value for column in "DEFGHIJ"], [1, 1, 0, 0, 0, 0, 2])
        self.assertEqual([sheet[f"{column}8"].value for column in "DEFGHIJ"], [2, 0, 0, 0, 0, 0, 2])
        self.assertEqual(sheet["D10"].value, 1)
        self.assertEqual([sheet[f"I{row}"].value for row in (28, 29, 30)], [1, 1, 1])
        self.assertEqual([sheet[f"{column}30"].value for column in "DEFGHIJ"], [0, 1, 0, 0, 0, 1, 2])
        self.assertEqual({sheet[f"N{row}"].value for row in [*range(6, 29), 30]}, {"相符"})
        row = find(sheet, "校验：四、结转下年度继续办理").row
        self.assertEqual({sheet.cell(row, column).value for column in range(4, 11)}, {"相符"})
        self.assertEqual(self.first_line("ledger"), "可以报送")

    def test_a_figure_that_differs_from_the_ledger_is_told(self):
        sheet = self.sheet("typed-beside-ledger", REQUESTS)
        self.assertEqual([sheet[f"N{row}"].value for row in (6, 7, 8)], ["相符", "与台账不符", "相符"])
        self.assertEqual(sheet["M7"].value, 2)
        self.assertEqual(found(self.sheet("typed-beside-ledger", RESULT))[("不符", REQUESTS, "填报的件数与申请台账一致")], 1)
        # 商业企业 no longer balances, and neither does the column of totals.
        self.assertEqual(self.first_line("typed-beside-ledger"), "还有3处不符")

    def test_lines_of_the_ledger_that_say_too_little_are_told(self):
        items = found(self.sheet("careless-ledger", RESULT))
        self.assertEqual(items[("未填", LEDGER, "台账中有的行没有选申请人类型，未计入")], 1)
        self.assertEqual(items[("请核实", LEDGER, "台账中有的行有办结日期，没有选办理结果")], 1)
        self.assertEqual(self.sheet("careless-ledger", REQUESTS)["D8"].value, 0)
        self.assertEqual(self.sheet("careless-ledger", REQUESTS)["D30"].value, 1)

    def test_a_pasted_block_is_reckoned(self):
        sheet = self.sheet("pasted", REQUESTS)
        self.assertEqual([sheet[f"{column}29"].value for column in "DEFJ"], [4, 0, 1, 5])
        row = find(sheet, "校验：四、结转下年度继续办理").row
        self.assertEqual([sheet.cell(row, column).value for column in (4, 5, 6, 10)], ["相符", "相符", "勾稽关系不符", "勾稽关系不符"])
        self.assertEqual(self.first_line("pasted"), f"还有{10 + 12 + 3}处未填、2处不符")
        self.assertEqual(found(self.sheet("pasted", RESULT)).get(("请核实", REQUESTS, "结转下年度继续办理的申请一般不超过本年新收的一半。")),
                         None)

    def test_a_wrong_fill_shows_its_flags(self):
        items = found(self.sheet("full-wrong", RESULT))
        self.assertEqual(items, {
            ("未填", PARTICULARS, "单位名称未填"): 1,
            ("不符", PARTICULARS, "报告年度不是四位数字的年度"): 1,
            ("不符", REQUESTS, "填的不是数字"): 1,
            ("不符", REQUESTS, "每一列：本年新收＋上年结转＝办理结果总计＋结转下年度继续办理。"): 1,
            ("不符", DISPUTES, "件数、金额填了负数"): 1,
            ("不符", DISPUTES, "件数填了小数"): 1,
            ("不符", TEXTS, "“五、存在的主要问题及改进情况”不足10字"): 1,
            ("请核实", DISCLOSURE, "现行有效件数不应少于本年制发件数减去本年废止件数。"): 1,
        })
        self.assertEqual(self.first_line("full-wrong"), "还有1处未填、6处不符")
        disclosure = self.sheet("full-wrong", DISCLOSURE)
        self.assertIn("请核实", {cell.value for cell in cells(disclosure)})

    def test_a_total_that_is_typed_over_is_told_in_words(self):
        sheet = self.sheet("full-total", REQUESTS)
        self.assertEqual(sheet["L6"].value, "横向合计不符")
        row = find(sheet, "校验：（七）总计").row
        self.assertEqual(sheet.cell(row, 4).value, "纵向合计不符")
        row = find(sheet, "校验：四、结转下年度继续办理").row
        self.assertEqual([sheet.cell(row, column).value for column in (4, 5, 10)], ["勾稽关系不符", "相符", "勾稽关系不符"])

    def test_protection_and_lists_outlive_libreoffice(self):
        for title in TABLES:
            sheet = self.computed["none"][title]
            self.assertTrue(sheet.protection.sheet)
            self.assertEqual(len(inputs(sheet)), INPUTS[title])


if __name__ == "__main__":
    unittest.main()
