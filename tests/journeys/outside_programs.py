#!/usr/bin/python3
"""What other programs do for us: PDF read by pdftotext and printed by LibreOffice, old Office files read by LibreOffice.

    outside_programs.py build/dev/nianbao

Stand-ins for both programs show what happens when they are missing, fail, hang up or say too much; the programs
themselves, where they are installed, read a workbook of ours printed as PDF and saved in the old formats, and print
reports.
"""

import json
import os
import pathlib
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path()
ROOT = pathlib.Path(__file__).resolve().parents[2]
REPORT = ROOT / "examples" / "city" / "report.json"
OLE = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
SECONDS = 180

# What LibreOffice is asked for, made by a stand-in: the file `page` of the test's folder in the place of report.pdf.
PRINTER = """while [ $# -gt 1 ]; do
  [ "$1" = --outdir ] && out="$2"
  shift
done
mkdir -p "$out" && cp "{folder}/page" "$out/report.pdf"
"""
PDF = "%PDF-1.6\n" + "%" * 40 + "\n%%EOF\n"

PAGE = "\f".join([
    "示例区信息中心2024年政府信息公开工作年度报告\n\n一、总体情况\n2024年，中心公开信息12条，维护栏目3个，答复留言\n",
    "4条，都在期限内。\n二、主动公开政府信息情况\n行政许可 7\n三、收到和处理政府信息公开申请情况\n"
    "四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n公开还不够及时，下一步按月检查。\n"
    "六、其他需要报告的事项\n本年度未收取信息处理费。\n",
])


def wide(name):
    return name.encode("utf-16-le") + b"\0\0"


class OutsidePrograms(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="nianbao-outside-"))
        self.addCleanup(shutil.rmtree, self.folder)
        (self.folder / "bin").mkdir()
        (self.folder / "tmp").mkdir()

    def stand_in(self, name, script):
        path = self.folder / "bin" / name
        path.write_text("#!/bin/sh\n" + script, encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def put(self, name, content):
        (self.folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return name

    def run_program(self, *arguments, path=None):
        environment = {**os.environ, "LANG": "zh_CN.UTF-8", "TMPDIR": str(self.folder / "tmp"),
                       "PATH": path or f"{self.folder / 'bin'}:/usr/bin:/bin"}
        done = subprocess.run([str(PROGRAM), *arguments], cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=SECONDS, check=False, env=environment)
        self.assertEqual(list((self.folder / "tmp").iterdir()), [], "the private folder is gone")
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def refusal(self, name, path=None):
        code, out, _ = self.run_program("check", "--format", "json", name, path=path)
        findings = json.loads(out)["diagnostics"]
        self.assertEqual((code, len(findings), findings[0]["code"]), (3, 1, "i.not-a-report"))
        return findings[0]["message"]

    def test_without_the_programs_the_files_are_named(self):
        self.assertEqual(self.refusal(self.put("a.pdf", b"%PDF-1.7\n"), "/nowhere"),
                         "这是 PDF 文件，本机没有装 pdftotext，读不了。")
        if any(p.name.startswith("libreoffice") for p in pathlib.Path("/opt").iterdir()):
            self.skipTest("an office stands in /opt, which is found without the PATH")
        self.assertEqual(self.refusal(self.put("a.doc", OLE + bytes(512) + wide("WordDocument")), "/nowhere"),
                         "这是旧版 Word 文件（.doc、.wps），本机没有装 LibreOffice，读不了。")
        self.assertEqual(self.refusal(self.put("a.et", OLE + bytes(512) + wide("Workbook")), "/nowhere"),
                         "这是旧版 Excel 文件（.xls、.et），本机没有装 LibreOffice，读不了。")

    def test_the_text_layer_of_a_pdf(self):
        self.put("page.txt", PAGE)
        self.stand_in("pdftotext", f'printf "%s\\n" "$@" > {self.folder}/arguments; '
                                   f'env > {self.folder}/environment; cat {self.folder}/page.txt\n')
        code, out, err = self.run_program("import", self.put("看 一看;rm.pdf", b"%PDF-1.4\n"), "--format", "json")
        report = json.loads(out)
        self.assertEqual(code, 1)  # most of its cells are open
        self.assertEqual((report["agency"]["name"], report["year"]), ("示例区信息中心", 2024))
        self.assertEqual(report["narrative"]["overview"]["introduction"],
                         "2024年，中心公开信息12条，维护栏目3个，答复留言4条，都在期限内。")
        self.assertEqual(report["disclosure"]["licensing"], 7)
        self.assertEqual(report["narrative"]["other_matters"], "本年度未收取信息处理费。")
        arguments = (self.folder / "arguments").read_text().splitlines()
        self.assertEqual(arguments[:-2], ["-layout", "-enc", "UTF-8", "-eol", "unix"])
        self.assertTrue(arguments[-2].startswith("/"), "an absolute path")
        environment = dict(line.split("=", 1) for line in (self.folder / "environment").read_text().splitlines())
        self.assertTrue(environment["HOME"].startswith(str(self.folder / "tmp")), "a home of its own")
        missing = [each for each in json.loads(err)["diagnostics"] if each["code"] == "t.missing"]
        self.assertEqual([each["label"][-1] for each in missing],
                         ["三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况"])

    def test_findings_of_a_pdf_name_page_and_line(self):
        self.put("page.txt", PAGE.replace("本年度未收取信息处理费。", "本年度收费××元。"))
        self.stand_in("pdftotext", f"cat {self.folder}/page.txt\n")
        _, out, _ = self.run_program("check", "--format", "json", self.put("page.pdf", b"%PDF-1.4\n"))
        places = [each["location"] for each in json.loads(out)["diagnostics"] if each["code"] == "n.placeholder"]
        self.assertEqual(places, [{"file": "page.pdf", "page": 2, "line": 9}])
        _, out, _ = self.run_program("check", "page.pdf")
        self.assertIn("page.pdf 第2页第9行　规则：n.placeholder", out)

    def test_what_is_no_text(self):
        scan = self.put("scan.pdf", b"%PDF-1.4\n")
        self.stand_in("pdftotext", "printf '\\f\\f'\n")
        self.assertEqual(self.refusal(scan), "这份 PDF 是扫描件或图片，没有可以读取的文字。")
        self.stand_in("pdftotext", "echo 年报; exit 1\n")
        self.assertEqual(self.refusal(scan), "这份 PDF 读不出来：文件已损坏，或设了密码。")
        self.stand_in("pdftotext", "kill -9 $$\n")
        self.assertEqual(self.refusal(scan), "这份 PDF 读不出来：文件已损坏，或设了密码。")
        self.stand_in("pdftotext", "yes 年报 | head -c 70000000\n")
        self.assertEqual(self.refusal(scan), "这份 PDF 读不出来：文件已损坏，或设了密码。")
        self.stand_in("pdftotext", "printf '\\377\\376'\n")
        self.assertEqual(self.refusal(scan), "这份 PDF 读不出来：文件已损坏，或设了密码。")

    def test_what_it_started_ends_with_it(self):
        self.stand_in("pdftotext", f"(sleep 100 > /dev/null & echo $! > {self.folder}/child); exit 1\n")
        self.refusal(self.put("scan.pdf", b"%PDF-1.4\n"))
        child = int((self.folder / "child").read_text())
        status = pathlib.Path(f"/proc/{child}/stat")
        self.assertTrue(not status.exists() or status.read_text().split()[2] == "Z", "the whole group was ended")

    def test_an_office_that_fails(self):
        old = self.put("old.doc", OLE + bytes(512) + wide("WordDocument"))
        for script in ("exit 0\n", "exit 3\n"):
            self.stand_in("soffice", script)
            self.assertEqual(self.refusal(old), "这是旧版 Office 文件，本机的 LibreOffice 转换不了。")
        rtf = self.put("old.rtf", b"{\\rtf1 }")
        self.assertEqual(self.refusal(rtf), "这是旧版 Office 文件，本机的 LibreOffice 转换不了。")

    def print_refused(self, *arguments, path=None):
        """The message, where a PDF is not written, nor the text that was asked for with it."""
        code, out, err = self.run_program("render", str(REPORT), "--to", "txt,pdf", "-o", "out/", *arguments, path=path)
        self.assertEqual((code, out, (self.folder / "out").exists()), (4, "", False))
        return err.removeprefix("错误：").removeprefix("error: ").rstrip("\n")

    def test_no_pdf_without_an_office(self):
        if any(p.name.startswith("libreoffice") for p in pathlib.Path("/opt").iterdir()):
            self.skipTest("an office stands in /opt, which is found without the PATH")
        self.assertEqual(self.print_refused(path="/nowhere"),
                         "PDF 由 LibreOffice 从 Word 文件转成，本机没有装，没有生成。请安装（Debian：apt install "
                         "libreoffice-writer-nogui fonts-noto-cjk）；或者生成 docx，再用 Word、WPS 另存为 PDF。")
        self.assertTrue(self.print_refused("--lang", "en", path="/nowhere").startswith("PDF is made by LibreOffice, "))
        code, _, err = self.run_program("blank", "--agency", "示例区测试局", "--year", "2024", "--to", "pdf",
                                        path="/nowhere")
        self.assertEqual((code, err[:18]), (4, "错误：PDF 由 LibreOffi"))

    def test_no_pdf_without_a_chinese_font(self):
        self.stand_in("soffice", f"touch {self.folder}/started\n")
        self.stand_in("fc-list", f'printf "%s\\n" "$@" > {self.folder}/asked\n')
        self.assertEqual(self.print_refused(), "本机没有中文字体，PDF 里的汉字会成为方框，没有生成。请安装（Debian：apt "
                                               "install fonts-noto-cjk）。")
        self.assertEqual((self.folder / "asked").read_text(), ":lang=zh-cn\nfamily\n")
        self.assertFalse((self.folder / "started").exists(), "the office is not started in vain")

    def test_an_office_that_does_not_print(self):
        self.stand_in("fc-list", "echo Song\n")
        name = "“示例市人民政府2024年政府信息公开工作年度报告.pdf”没有生成：LibreOffice "
        self.put("page", "")
        for script in ("exit 3\n", "exit 0\n", PRINTER.format(folder=self.folder)):
            self.stand_in("soffice", script)
            self.assertTrue(self.print_refused().startswith(name + "没有转出 PDF。"))
        for cut in (PDF[:-6], PDF[1:]):
            self.put("page", cut)
            self.assertTrue(self.print_refused().startswith(name + "没有转出 PDF。"))
        self.put("page", PDF)
        self.stand_in("pdftotext", "exit 1\n")
        self.assertTrue(self.print_refused().startswith(name + "没有转出 PDF。"))

    def test_a_pdf_is_held_against_its_text(self):
        self.stand_in("fc-list", "echo Song\n")
        self.stand_in("soffice", PRINTER.format(folder=self.folder))
        self.stand_in("pdftotext", f"cat {self.folder}/text\n")
        self.put("page", PDF)
        self.run_program("render", str(REPORT), "--to", "txt", "-o", "text")
        text = (self.folder / "text").read_text(encoding="utf-8")
        self.put("text", text.replace("约谈", "").replace("48216.3075", "48216.30"))
        self.assertEqual(self.print_refused().split("：", 1)[1],
                         "LibreOffice 转出的 PDF 文字不全，缺少“约谈75”等字。请生成 docx，再用 Word、WPS 另存为 PDF。")
        self.put("text", "".join(reversed(text)))  # lines and columns of a print come in any order
        code, out, err = self.run_program("render", str(REPORT), "--to", "txt,pdf", "-o", "out/")
        self.assertEqual((code, err, len(out.splitlines())), (0, "", 2))
        self.assertEqual({path.suffix for path in (self.folder / "out").iterdir()}, {".txt", ".pdf"})

    def test_a_package_with_a_pdf(self):
        self.stand_in("fc-list", "echo Song\n")
        self.stand_in("soffice", PRINTER.format(folder=self.folder))
        self.stand_in("pdftotext", f"cat {self.folder}/text\n")
        self.put("page", PDF)
        self.run_program("render", str(REPORT), "--to", "txt", "-o", "text")
        self.assertEqual(self.run_program("attach", str(REPORT), "--with-pdf", "-o", "package"),
                         (0, "已生成资料包：package（16个文件）\n", ""))
        whole = "资料包完好：15个文件都在，没有改动；各份成稿和数据表内容一致。\n"
        self.assertEqual(self.run_program("attach", "--verify", "package"), (0, whole, ""))
        text = (self.folder / "text").read_text(encoding="utf-8")
        # As someone would have printed another report, and made the manifest to fit.
        for was, now, line in (("2282", "2228", None), ("约谈", "", "缺少这些文字：约谈")):
            self.put("text", text.replace(was, now))
            code, out, _ = self.run_program("attach", "--verify", "package")
            self.assertEqual(code, 1, out) if was in text else self.fail("nothing was changed")
            self.assertIn("示例市人民政府2024年政府信息公开工作年度报告.pdf", out)
            self.assertIn(line or now, out)
        os.remove(self.folder / "bin" / "pdftotext")
        self.assertEqual(self.run_program("attach", "--verify", "package", path="/nowhere"), (0, whole, ""))
        code, out, err = self.run_program("attach", str(REPORT), "--with-pdf", "-o", "other", path="/nowhere")
        if not any(p.name.startswith("libreoffice") for p in pathlib.Path("/opt").iterdir()):
            self.assertEqual((code, out, err[:18], (self.folder / "other").exists()),
                             (4, "", "错误：PDF 由 LibreOffi", False))

    def test_each_print_has_a_home_with_the_fonts(self):
        fonts = self.folder / "home" / ".local" / "share" / "fonts"
        fonts.mkdir(parents=True)
        (fonts / "own.ttf").write_text("the agency's own")
        self.stand_in("fc-list", "echo Song\n")
        self.stand_in("soffice", f'echo "$HOME" >> {self.folder}/homes; cp "$HOME/.local/share/fonts/own.ttf" '
                                 f'"$HOME/.config/fontconfig/fonts.conf" {self.folder}; exit 1\n')
        shutil.copy(REPORT, self.folder / "a.json")
        environment = {**os.environ, "TMPDIR": str(self.folder / "tmp"), "HOME": str(self.folder / "home"),
                       "PATH": f"{self.folder / 'bin'}:/usr/bin:/bin"}
        environment.pop("XDG_DATA_HOME", None)
        done = subprocess.run([str(PROGRAM), "render", "a.json", str(REPORT), "--to", "pdf", "-o", "out/"],
                              cwd=self.folder, capture_output=True, check=False, env=environment, timeout=SECONDS)
        self.assertEqual(done.returncode, 4)
        self.assertEqual(len(set((self.folder / "homes").read_text().split())), 2, "nothing is shared")
        self.assertEqual((self.folder / "own.ttf").read_text(), "the agency's own")
        substitutes = ROOT / "templates" / "pdf" / "fonts.conf"
        self.assertEqual((self.folder / "fonts.conf").read_bytes(), substitutes.read_bytes())
        self.assertTrue((fonts / "own.ttf").exists(), "what is linked is not deleted with the home")

    def test_a_printed_report(self):
        missing = [each for each in ("soffice", "pdftotext", "pdffonts", "pdfinfo") if not shutil.which(each)]
        installed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=False).stdout
        if missing or "Noto Serif CJK SC" not in installed:
            self.skipTest(f"not installed: {', '.join(missing) or 'fonts-noto-cjk'}")
        code, _, err = self.run_program("render", str(REPORT), "-o", "city.pdf")
        self.assertEqual((code, err), (0, ""))

        def tell(*command):
            return subprocess.run([*command, "city.pdf"], cwd=self.folder, capture_output=True, text=True, check=True).stdout

        fonts = {line.split()[0].split("+")[-1].split("-")[0] for line in tell("pdffonts").splitlines()[2:]}
        self.assertLessEqual({"NotoSansCJKjp", "NotoSerifCJKjp"}, fonts)  # one file, named so for all languages
        self.assertLessEqual(fonts, {"NotoSansCJKjp", "NotoSerifCJKjp", "NotoSansCJKsc", "NotoSerifCJKsc", "UKaiCN"})
        self.assertIn("A4", tell("pdfinfo"))
        code, out, _ = self.run_program("import", "city.pdf")
        read, given = json.loads(out), json.loads(REPORT.read_text(encoding="utf-8"))
        self.assertEqual(read["agency"]["name"], given["agency"]["name"])
        self.assertEqual((read["requests"], read["disputes"]), (given["requests"], given["disputes"]))
        open_rows = [name for name, row in read["disclosure"].items() if isinstance(row, dict)
                     and all(value is None for value in row.values())]
        self.assertEqual((code, open_rows), (1, ["regulations", "normative_documents"]))  # remarks that wrap
        for name in ("licensing", "penalties", "coercion", "fees"):
            self.assertEqual(read["disclosure"][name], given["disclosure"][name])

    def convert(self, name, target):
        profile = f"-env:UserInstallation=file://{self.folder}/profile"
        subprocess.run(["soffice", profile, "--headless", "--convert-to", target, "--outdir", str(self.folder), name],
                       cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=SECONDS, check=True)

    def compare_cells(self, name):
        code, out, err = self.run_program("import", name)
        self.assertEqual(code, 0, err)
        given = json.loads(REPORT.read_text(encoding="utf-8"), parse_float=str, parse_int=str)
        read = json.loads(out, parse_float=str, parse_int=str)
        self.assertEqual((read["agency"]["name"], read["year"]), (given["agency"]["name"], given["year"]))
        self.assertEqual(read["requests"]["received"], given["requests"]["received"])
        self.assertEqual(read["disputes"], given["disputes"])
        self.assertEqual(read["disclosure"]["regulations"], given["disclosure"]["regulations"])

    def test_the_programs_themselves(self):
        if not shutil.which("soffice") or not shutil.which("pdftotext"):
            self.skipTest("no soffice or no pdftotext here")
        self.run_program("render", str(REPORT), "--to", "xlsx", "-o", "report.xlsx")
        self.run_program("render", str(REPORT), "--to", "docx", "-o", "report.docx")
        for source, target in (("xlsx", "pdf"), ("xlsx", "xls"), ("docx", "doc"), ("docx", "rtf")):
            self.convert(f"report.{source}", target)
            (self.folder / f"report.{target}").rename(self.folder / target)  # the name does not tell the format
            with self.subTest(target):
                self.compare_cells(target)
        for old, new in (("doc", "docx"), ("xls", "xlsx")):
            code, _, err = self.run_program("check", old, "--annotate", "marked")
            self.assertEqual((code, err.splitlines()[0]), (2, f"错误：“{old}”是旧格式的文件，“--annotate”标不上去。"
                                                              f"请用办公软件打开后另存为 .{new}，再标一次。"))


if __name__ == "__main__":
    PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()
    unittest.main(verbosity=0)
