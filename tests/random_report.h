/// Seeded random reports for property tests: valid by every sum of their form, with narrative that is as nasty as
/// people write.
#pragma once

#include <random>

#include "forms/cell_ranges.h"
#include "forms/relations.h"
#include "model/report.h"

namespace nianbao {

class RandomReport {
public:
    explicit RandomReport(std::uint32_t seed) : random_(seed) {}

    /// Every cell a number, every relation of the catalogue's sums satisfied; balanced by what was newly received.
    Report make(const Form& form) {
        Report report = empty_report(form);
        report.agency.name = "示例区测试局" + std::to_string(number(1, 99));
        report.year = form.first_year + number(0, 1);
        report.published = std::to_string(report.year + 1) + "-01-20";
        fill_text(report, form);
        for (std::size_t i = 0; i < form.cells.size(); ++i) {
            if (!form.cells[i].derived) report.cells[i] = value(form.cells[i].unit);
        }
        balance(report, form);
        compute_totals(report, form);
        return report;
    }

    int number(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }

    std::string nasty_paragraph() {
        static const std::vector<std::string> pieces{"主动公开信息",
                                                     "*",
                                                     "_强调_",
                                                     "#",
                                                     "| 表 |",
                                                     "<b>",
                                                     "&amp;",
                                                     "1. ",
                                                     "- 项",
                                                     "（一）",
                                                     "**（一）公开。**我局",
                                                     "`代码`",
                                                     "[链接](x)",
                                                     "\\",
                                                     "“引号”",
                                                     "=1+1",
                                                     "😀",
                                                     "𠮷",
                                                     "2024年",
                                                     "，",
                                                     "。",
                                                     "　",
                                                     "~~删~~",
                                                     "!",
                                                     "{{name}}",
                                                     "@导入",
                                                     "+86",
                                                     "六、",
                                                     "\"q\"",
                                                     "'s'",
                                                     "％",
                                                     "5%",
                                                     "...",
                                                     "———",
                                                     "x\ty"};
        std::string text;
        const int count = number(1, 14);
        for (int i = 0; i < count; ++i)
            text += pieces[static_cast<std::size_t>(number(0, static_cast<int>(pieces.size()) - 1))];
        return "段" + text + "末";
    }

    Paragraphs nasty_text() {
        Paragraphs text;
        for (int i = number(0, 4); i > 0; --i) text.push_back(nasty_paragraph());
        return text;
    }

    /// A report with what is hard to tell from something else on a page: text like headings, remarks, items of the
    /// agency's own in odd places, text longer than a row, open cells and marks.
    Report make_treacherous(const Form& form) {
        Report report = make(form);
        static const std::vector<std::string> traps{"二、主动公开政府信息情况",
                                                    "（一）主动公开",
                                                    "六、其他需要报告的事项",
                                                    "主动公开",
                                                    "注：自然人·总计：见下",
                                                    "草稿",
                                                    "＿＿＿＿",
                                                    "（见“申请情况表”工作表）",
                                                    "（续）",
                                                    "_x0041_",
                                                    "=SUM(A1:A9)",
                                                    "上年·自然人",
                                                    "校验",
                                                    "51"};
        for (auto& text : report.narrative) {
            if (text && number(0, 2) == 0) text->push_back(traps[index_below(traps.size())]);
            if (text && number(0, 9) == 0) text->push_back(long_paragraph());
        }
        for (ExtraItem& item : report.others) {
            if (number(0, 1) == 0) item.after = number(0, 1) == 0 ? "introduction" : "platforms";
        }
        for (std::size_t i = 0; i < form.cells.size(); ++i) {
            if (number(0, 29) == 0 && number_in(report.cells[i]))
                report.notes[static_cast<CellId>(i)] = "其中说明" + std::to_string(i);
        }
        return report;
    }

    std::string long_paragraph() {
        std::string text = "长";
        for (int i = number(300, 2500); i > 0; --i) text += i % 37 == 0 ? "， a" : "段";
        return text + "末";
    }

private:
    std::size_t index_below(std::size_t count) {
        return static_cast<std::size_t>(number(0, static_cast<int>(count) - 1));
    }

    Amount value(Unit unit) {
        if (unit == Unit::change) return Amount{number(-9, 9), 0};
        if (unit == Unit::money)
            return *parse_amount(std::to_string(number(0, 999)) + "." + std::to_string(number(1, 9999)));
        return Amount{number(0, 3) == 0 ? number(0, 9999) : number(0, 3), 0};
    }

    void fill_text(Report& report, const Form& form) {
        for (std::size_t i = 0; i < form.fields.size(); ++i) {
            if (number(0, 5) > 0) report.narrative[i] = nasty_text();
        }
        for (int i = number(0, 2); i > 0; --i)
            report.others.push_back({"其他事项" + std::to_string(i), nasty_text(), ""});
    }

    /// Makes each column agree: what was received is what was done and is carried on, less what was carried in.
    void balance(Report& report, const Form& form) {
        compute_totals(report, form);
        for (const Relation& relation : form.relations) {
            const bool is_balance = !relation.defines && !relation.at_least_zero && !looks_back(relation);
            if (!is_balance || form.cells[relation.told_at].derived) continue;
            const CellRanges ranges(form, report);
            const CellId received = relation.terms.front().cell;
            const auto wanted = ranges.wanted(relation, received);
            if (wanted && !is_negative(*wanted->low)) {
                report.cells[received] = *wanted->low;
            } else {
                report.cells[relation.terms[1].cell] = Amount{};
                report.cells[received] = *CellRanges(form, report).wanted(relation, received)->low;
            }
        }
    }

    static void compute_totals(Report& report, const Form& form) {
        for (std::size_t i = 0; i < form.cells.size(); ++i) {
            if (form.cells[i].derived) report.cells[i] = Blank{};
        }
        const CellRanges ranges(form, report);
        for (std::size_t i = 0; i < form.cells.size(); ++i) {
            if (form.cells[i].derived) report.cells[i] = *ranges.of(static_cast<CellId>(i)).low;
        }
    }

    std::mt19937 random_;
};

}  // namespace nianbao
