#!/usr/bin/python3
"""Prints one report in a hundred distorted ways, imports each, and counts the numbers that came back.

    distortions_test.py --program build/dev/nianbao
    distortions_test.py --program build/dev/nianbao --seed 17 --keep page.txt     one of them, and its page

Distorted are labels (brackets, digits of ordinals, blanks, quotes, one misprinted character), what parts the cells, where
lines are cut, and what the site puts around the report; never a digit of a number. No number may come back wrong, and 99 in
100 have to come back.
"""

import argparse
import concurrent.futures
import json
import pathlib
import random
import sys
import tempfile

sys.dont_write_bytecode = True
import layouts_test  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
REPORT = ROOT / "examples" / "city" / "report.json"
FORM = ROOT / "schemas" / "forms" / "2021.json"
SEEDS = 100
WANTED = 0.99
SHORTEST_MISPRINTED = 6
MISPRINTS = "已巳末未土士日曰人入天夫干千休体大太目且令今"
CHROME_ABOVE = ["当前位置：首页 > 政务公开 > 政府信息公开年报", "索引号：000000000/2025-00012", "发布日期：2025-01-22", "字号：【大 中 小】 打印 分享"]
CHROME_BELOW = ["附件下载", "上一篇：没有了", "下一篇：没有了", "扫一扫在手机打开当前页", "主办单位：示例市人民政府办公室", "网站地图"]
FULL_WIDTH = {ord(digit): ord(digit) - ord("0") + ord("０") for digit in "0123456789"}


def leaves(axes, ids=(), labels=()):
    for axis in axes:
        below = (ids + ((axis["id"],) if "id" in axis else ()), labels + (axis["label"],))
        if axis.get("children"):
            yield from leaves(axis["children"], *below)
        else:
            yield below


def ordinal_length(label):
    """The characters of （三）, 三、 or 3. at the beginning of a label."""
    for mark in ("）", "、", "."):
        at = label.find(mark)
        if 0 < at <= 2:
            return at + 1
    return 0


class Page:
    """One distorted page. A table is a list of rows, a row its labels and its values."""

    def __init__(self, seed, report, form):
        self.random = random.Random(seed)
        self.report = report
        self.form = form
        chance = self.random.random
        self.shape = self.random.choice(["tabs", "pipes", "blanks", "one blank", "lines", "spaced lines"])
        self.half_brackets = chance() < 0.5
        self.wide_ordinals = chance() < 0.2
        self.blanks = self.random.choice([0, 0, 0.1, 0.3])
        self.misprints = self.random.choice([0, 0.05, 0.15])
        self.quotes = self.random.choice(["“”", "\"\"", "", "‘’"])
        self.wraps = self.random.choice([0, 0, 14, 18])
        self.last_alone = self.random.choice([0, 0, 0.1])
        self.chrome = chance() < 0.5

    # --- labels

    def label(self, text):
        length = ordinal_length(text)
        ordinal, core = text[:length], text[length:]
        if len(core) >= SHORTEST_MISPRINTED and self.random.random() < self.misprints:
            places = [at for at, sign in enumerate(core) if sign >= "一"]
            at = self.random.choice(places)
            core = core[:at] + self.random.choice(MISPRINTS.replace(core[at], "")) + core[at + 1:]
        core = self.quoted(core)
        if self.random.random() < self.blanks and len(core) > 2:
            at = self.random.randint(1, len(core) - 1)
            core = core[:at] + " " + core[at:]
        if self.wide_ordinals:
            ordinal = ordinal.translate(FULL_WIDTH).replace(".", "．")
        if ordinal and self.random.random() < self.blanks:
            ordinal += " "
        text = ordinal + core
        return text.replace("（", "(").replace("）", ")") if self.half_brackets else text

    def quoted(self, text):
        if not self.quotes:
            return text.replace("“", "").replace("”", "")
        return text.replace("“", self.quotes[0]).replace("”", self.quotes[1])

    # --- rows

    def row(self, labels, values):
        """The lines of a row in the shape of this page."""
        labels = [self.label(label) for label in labels if label]
        if self.shape in ("lines", "spaced lines"):
            return self.with_blank_lines([piece for label in labels for piece in self.wrapped(label)] + values)
        lines = []
        if self.wraps and values and self.shape != "pipes":
            pieces = self.wrapped(labels[-1]) if labels else []
            if len(pieces) > 1:
                lines = [self.joined(labels[:-1] + pieces[:1]).rstrip(), *pieces[1:-1]]
                labels = pieces[-1:]
        alone = len(values) > 3 and self.shape != "pipes" and self.random.random() < self.last_alone
        lines.append(self.joined(labels + (values[:-1] if alone else values)))
        return lines + ([values[-1]] if alone else [])

    def wrapped(self, label):
        if not self.wraps or len(label) <= self.wraps:
            return [label]
        return [label[at:at + self.wraps] for at in range(0, len(label), self.wraps)]

    def with_blank_lines(self, cells):
        return cells if self.shape == "lines" else [line for cell in cells for line in (cell, "")]

    def joined(self, cells):
        if self.shape == "tabs":
            return "\t".join(cells) + self.random.choice(["", "", "\t"])
        if self.shape == "pipes":
            return self.random.choice(["", "| "]) + " | ".join(cells) + " |"
        if self.shape == "blanks":
            return (" " * self.random.randint(2, 6)).join(cells)
        return " ".join(cells)

    # --- tables

    def value(self, *path):
        value, note = layouts_test.cell_of(self.report, "/".join(path))
        return str(value) + (f"（{note}）" if note else "")

    def disclosure(self):
        lines = []
        for block in self.form["tables"][0]["blocks"]:
            columns = list(leaves(block["columns"]))
            lines += self.row([block["heading"]], [])
            lines += self.row([block["corner"], *(labels[-1] for _, labels in columns)], [])
            for ids, labels in leaves(block["rows"]):
                lines += self.row(labels, [self.value("disclosure", *ids, *column) for column, _ in columns])
        return lines

    def requests(self):
        block = self.form["tables"][1]["blocks"][0]
        columns = [ids for ids, _ in leaves(block["columns"])]
        lines = self.row([block["corner"], "申请人情况"], []) + self.row(["自然人", "法人或其他组织", "总计"], [])
        lines += self.row(["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"], [])
        told = set()
        for ids, labels in leaves(block["rows"]):
            groups = [label for label in labels[:-1] if label not in told]
            told.update(groups)
            lines += self.row([*groups, labels[-1]], [self.value("requests", *ids, *column) for column in columns])
        return lines

    def disputes(self):
        columns = list(leaves(self.form["tables"][2]["blocks"][0]["columns"]))
        names = [labels[-1] for _, labels in columns]
        lines = self.row(["行政复议", "行政诉讼"], []) + self.row([*names[:5], "未经复议直接起诉", "复议后起诉"], [])
        lines += self.row(names[5:], [])
        return lines + self.row([], [self.value("disputes", *ids) for ids, _ in columns])

    # --- the page

    def text(self):
        sections = [section["heading"] for section in self.form["sections"]]
        name, year = self.report["agency"]["name"], self.report["year"]
        parts = [self.form["title"].replace("{agency}", name).replace("{year}", str(year)), sections[0], *self.overview()]
        for heading, table in zip(sections[1:4], (self.disclosure, self.requests, self.disputes)):
            parts += [heading, "\n".join(table())]
        parts += [sections[4],
                  "存在的主要问题：个别单位更新不及时。", "改进措施：按月通报更新情况。", sections[5], "本年度未收取信息处理费。"]
        if self.chrome:
            above, below = list(CHROME_ABOVE), list(CHROME_BELOW)
            self.random.shuffle(above)
            self.random.shuffle(below)
            parts = above + parts + below
        return "\n\n".join(parts) + "\n"

    def overview(self):
        fields = [field for field in self.form["fields"]
                  if field.get("section") == "overview" and field.get("role") == "item"]
        lines = []
        for ordinal, field in zip("一二三四五", fields):
            lines.append(f"（{ordinal}）{field['heading']}。本年按要求做好{field['heading']}工作。")
        return lines


def cells_of(report):
    return dict(layouts_test.numbers(report))


def run(program, seed, report, form, folder):
    """Right, open and wrong cells of one distortion, and what is told of them."""
    page = Page(seed, report, form)
    path = pathlib.Path(folder, f"{seed}.txt")
    path.write_text(page.text(), encoding="utf-8")
    code, got, log = layouts_test.import_page(program, path)
    wanted = cells_of(report)
    found = cells_of(got) if got else {}
    right = sum(layouts_test.same_number(found.get(key), wanted[key]) for key in wanted)
    wrong = [f"{key}: {found[key]} for {wanted.get(key)}" for key in found
             if not layouts_test.same_number(found[key], wanted.get(key))]
    open_ = [key for key in wanted if key not in found]
    codes = sorted({each["code"] for each in log.get("diagnostics", [])})
    told = (f"seed {seed} ({page.shape}, blanks {page.blanks}, misprints {page.misprints}, wraps {page.wraps}, "
            f"last alone {page.last_alone})")
    return right, open_, wrong, f"{told}: exit {code}, {', '.join(codes)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, type=pathlib.Path, help="the nianbao to run")
    parser.add_argument("--seed", type=int, help="this one alone, and all of what is open")
    parser.add_argument("--keep", type=pathlib.Path, help="write its page here")
    arguments = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")
    report = json.loads(REPORT.read_text(encoding="utf-8"), parse_float=str, parse_int=str)
    form = json.loads(FORM.read_text(encoding="utf-8"))
    seeds = range(SEEDS) if arguments.seed is None else [arguments.seed]
    if arguments.keep and arguments.seed is not None:
        arguments.keep.write_text(Page(arguments.seed, report, form).text(), encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="nianbao-distortions-") as folder, \
            concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda seed: run(arguments.program.resolve(), seed, report, form, folder), seeds))
    right = sum(result[0] for result in results)
    open_ = sum(len(result[1]) for result in results)
    wrong = sum(len(result[2]) for result in results)
    most = 1000 if arguments.seed is not None else 8
    for _, still_open, bad, told in results:
        if bad or still_open:
            print(f"{told}\n  {len(bad)} wrong, {len(still_open)} open")
        for line in bad[:most]:
            print(f"  WRONG  {line}")
        for line in still_open[:most]:
            print(f"  OPEN   {line}")
    share = right / max(1, right + open_ + wrong)
    print(f"{len(results)} pages: {right} numbers right, {open_} open, {wrong} wrong; {share:.4%} right")
    return 0 if wrong == 0 and share >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main())
