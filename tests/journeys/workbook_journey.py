#!/usr/bin/python3
"""A workbook's way out to an agency and back: a blank form, filled in, checked, given back with marks, corrected,
rendered. Once with openpyxl in the clerk's place, once with LibreOffice; both know nothing of the program.

    workbook_journey.py --with openpyxl|libreoffice NIANBAO FOLDER

Exits with 77 where the office is not installed.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "bureau" / "report.json"
LAST_YEAR = ROOT / "examples" / "township" / "report.json"
TABLES = {"disclosure": "主动公开情况表", "requests": "申请情况表", "disputes": "复议诉讼情况表"}
SKIPPED = 77


class Openpyxl:
    """Writes values into a workbook the way a script of an office does."""

    def __init__(self, path, folder):
        import openpyxl
        self.path = path
        self.book = openpyxl.load_workbook(path)

    def inputs(self, sheet):
        """Places of the unlocked cells, by row, then column."""
        return [cell.coordinate for row in self.book[sheet].iter_rows() for cell in row if not cell.protection.locked]

    def texts(self, sheet, column):
        return {str(cell.value): cell.row for cell in self.book[sheet][column] if cell.value is not None}

    def set(self, sheet, place, value):
        self.book[sheet][place] = value

    def save(self, path):
        self.book.save(path)

    def close(self):
        pass


class LibreOffice:
    """The same through LibreOffice's own interface, which computes all formulas anew."""

    def __init__(self, path, folder):
        import uno
        from com.sun.star.beans import PropertyValue
        self.value = lambda name, value: PropertyValue(Name=name, Value=value)
        pipe = f"nianbao{os.getpid()}"
        self.office = subprocess.Popen(
            ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--norestore", "--nologo",
             f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
        for _ in range(120):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:  # not there yet
                time.sleep(0.5)
        self.desktop = context.ServiceManager.createInstance("com.sun.star.frame.Desktop")
        self.book = self.desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (self.value("Hidden", True),))

    def sheet(self, name):
        return self.book.Sheets.getByName(name)

    def used(self, name):
        cursor = self.sheet(name).createCursor()
        cursor.gotoEndOfUsedArea(False)
        return cursor.RangeAddress.EndRow, cursor.RangeAddress.EndColumn

    def inputs(self, name):
        rows, columns = self.used(name)
        sheet = self.sheet(name)
        found = []
        for row in range(rows + 1):
            for column in range(columns + 1):
                if not sheet.getCellByPosition(column, row).CellProtection.IsLocked:
                    found.append((row, column))
        return found

    def texts(self, name, column):
        sheet = self.sheet(name)
        index = ord(column) - ord("A")
        return {sheet.getCellByPosition(index, row).String: row + 1 for row in range(self.used(name)[0] + 1)}

    def set(self, name, place, value):
        sheet = self.sheet(name)
        cell = sheet.getCellRangeByName(place) if isinstance(place, str) else sheet.getCellByPosition(place[1], place[0])
        if isinstance(value, (int, float)):
            cell.Value = value
        else:
            cell.String = value

    def save(self, path):
        self.book.storeToURL(path.as_uri(), (self.value("FilterName", "Calc MS Excel 2007 XML"),))

    def close(self):
        self.book.close(True)
        try:
            self.desktop.terminate()
        except Exception:  # it goes before it answers
            pass
        self.office.wait(30)


CLERKS = {"openpyxl": Openpyxl, "libreoffice": LibreOffice}


def figures(node):
    """The numbers of a table in the order of the form, totals left out."""
    if not isinstance(node, dict):
        return [node]
    return [figure for key, child in node.items() if key != "total" or isinstance(child, dict) for figure in figures(child)]


def without_totals(table):
    """A row `total` (办理结果总计) is a total in every column."""
    return {key: (without_totals(value) if isinstance(value, dict) else value)
            for key, value in table.items() if key != "total"}


class Journey:
    def __init__(self, program, clerk, folder):
        self.program, self.clerk, self.folder = program, clerk, folder
        self.report = json.loads(self.run("fill", EXAMPLE))  # with every cell spelt out

    def run(self, *arguments, expect=0):
        done = subprocess.run([self.program, *map(str, arguments)], cwd=self.folder, capture_output=True, text=True)
        if done.returncode != expect:
            sys.exit(f"{' '.join(map(str, arguments))} ends with {done.returncode}, not {expect}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def findings(self, file, expect=0):
        return json.loads(self.run("check", "--format", "json", file, expect=expect))["diagnostics"]

    def fill(self, blank, filled):
        book = CLERKS[self.clerk](self.folder / blank, self.folder)
        for table, sheet in TABLES.items():
            places = book.inputs(sheet)
            numbers = figures(without_totals(self.report[table]))
            assert len(places) == len(numbers), (table, len(places), len(numbers))
            for place, number in zip(places, numbers):
                book.set(sheet, place, number)
        self.fill_particulars(book)
        self.fill_narrative(book)
        book.save(self.folder / filled)
        book.close()

    def fill_particulars(self, book):
        rows = book.texts("基本信息", "A")
        agency = self.report["agency"]
        for label, value in {"公布日期": self.report["published"], "分管负责人": "示例甲", "经办人": "示例乙",
                             "联系电话": agency["contact"]["telephone"], "联系地址": agency["contact"]["address"]}.items():
            book.set("基本信息", f"B{rows[label]}", value)

    def fill_narrative(self, book):
        rows = book.texts("文字部分", "B")
        narrative = self.report["narrative"]
        texts = {"前言": narrative["preface"], "主动公开": narrative["overview"]["proactive_disclosure"],
                 "依申请公开": narrative["overview"]["disclosure_on_request"],
                 "政府信息管理": narrative["overview"]["information_management"],
                 "政府信息公开平台建设": narrative["overview"]["platforms"], "监督保障": narrative["overview"]["oversight"],
                 "总体情况综述": narrative["overview"]["introduction"],
                 "存在的主要问题": narrative["problems_and_improvements"]["problems"],
                 "改进措施": narrative["problems_and_improvements"]["improvements"],
                 "其他需要报告的事项": narrative["other_matters"]}
        for title, text in texts.items():
            book.set("文字部分", f"C{rows[title]}", "\n".join(text) if isinstance(text, list) else text)

    def change(self, source, target, sheet, place, value):
        book = CLERKS[self.clerk](self.folder / source, self.folder)
        book.set(sheet, place, value)
        book.save(self.folder / target)
        book.close()

    def go(self):
        agency = self.report["agency"]["name"]
        self.run("blank", "--agency", agency, "--year", self.report["year"], "--to", "xlsx", "--previous", LAST_YEAR,
                 "-o", "blank.xlsx")
        blank = self.findings("blank.xlsx", expect=1)
        assert {"t.blank", "s.section-missing"} <= {finding["code"] for finding in blank}, blank

        self.fill("blank.xlsx", "filled.xlsx")
        expected = {finding["code"] for finding in self.findings(EXAMPLE)}
        found = {finding["code"] for finding in self.findings("filled.xlsx")}
        assert found <= expected, found - expected
        wanted = json.loads(self.run("fill", EXAMPLE))
        got = json.loads(self.run("fill", "filled.xlsx"))
        for table in TABLES:
            assert got[table] == wanted[table], table

        place = next(finding["location"]["cell"] for finding in blank
                     if finding["code"] == "t.blank" and finding["location"]["sheet"] == "申请情况表")
        self.change("filled.xlsx", "wrong.xlsx", "申请情况表", place, 40)
        wrong = [f for f in self.findings("wrong.xlsx", expect=1) if f["severity"] == "error"]
        assert [finding["code"] for finding in wrong] == ["n.none-but", "t3.balance"], wrong  # the text says none
        balance = wrong[1]
        assert balance["location"]["sheet"] == "申请情况表", wrong

        self.run("check", "wrong.xlsx", "--annotate", "marked.xlsx", expect=1)
        self.expect_comment("marked.xlsx", balance)
        self.change("marked.xlsx", "mended.xlsx", "申请情况表", place, self.report["requests"]["received"]["natural_person"])
        assert {finding["code"] for finding in self.findings("mended.xlsx")} <= expected
        self.run("check", "mended.xlsx", "--annotate", "clean.xlsx")
        self.run("render", "mended.xlsx", "--to", "txt,md,xlsx", "-o", "finished/")
        finished = sorted(path.suffix for path in (self.folder / "finished").iterdir())
        assert finished == [".md", ".txt", ".xlsx"], finished
        again = next((self.folder / "finished").glob("*.xlsx"))
        assert json.loads(self.run("fill", again))["requests"] == wanted["requests"]

    def expect_comment(self, file, finding):
        import openpyxl
        sheet = openpyxl.load_workbook(self.folder / file)[finding["location"]["sheet"]]
        comment = sheet[finding["location"]["cell"]].comment
        assert comment and comment.author == "nianbao" and finding["code"] in comment.text, comment
        assert finding["message"] in comment.text, comment.text


def available(clerk):
    try:
        import openpyxl  # noqa: F401
        if clerk == "libreoffice":
            import uno  # noqa: F401
    except ImportError as missing:
        return f"{missing.name} is not installed"
    if clerk == "libreoffice" and not shutil.which("soffice"):
        return "LibreOffice is not installed"
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--with", dest="clerk", choices=CLERKS, required=True)
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    arguments = parser.parse_args()
    missing = available(arguments.clerk)
    if missing:
        print(f"skipped: {missing}")
        sys.exit(SKIPPED)
    folder = arguments.folder.resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    Journey(str(pathlib.Path(arguments.program).resolve()), arguments.clerk, folder).go()
    print("blank, filled, checked, marked, mended, rendered")


if __name__ == "__main__":
    main()
