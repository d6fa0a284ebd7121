/// Reports for the law "round trip" in formats that have properties, and what must come back of them.
#pragma once

#include <doctest/doctest.h>

#include "printed_report.h"
#include "random_report.h"

namespace nianbao {

inline Report full_report(std::uint32_t seed, const Form& form, bool treacherous = false) {
    RandomReport random(seed);
    Report report = treacherous ? random.make_treacherous(form) : random.make(form);
    report.agency.kind = "department";
    report.agency.level = "county";
    report.document_number = "示例〔2025〕" + std::to_string(seed) + "号";
    if (seed % 3 == 0) report.title = "关于二〇二四年度政府信息公开工作情况的报告";
    return report;
}

inline std::string joined(const Report& report, FieldId field) {
    std::string text;
    for (const std::string& paragraph : text_of(report, field)) text += paragraph + "¶";
    return text;
}

inline void check_same(const Report& found, const Report& wanted, const Form& form) {
    CHECK(found.agency.name == wanted.agency.name);
    CHECK(found.agency.kind == wanted.agency.kind);
    CHECK(found.agency.level == wanted.agency.level);
    CHECK(found.year == wanted.year);
    CHECK(found.form == wanted.form);
    CHECK(found.title == wanted.title);
    CHECK(found.published == wanted.published);
    CHECK(found.document_number == wanted.document_number);
    for (std::size_t i = 0; i < wanted.narrative.size(); ++i) {
        CAPTURE(form.fields[i].path);
        CHECK(joined(found, static_cast<FieldId>(i)) == joined(wanted, static_cast<FieldId>(i)));
    }
    CHECK(found.others == wanted.others);
    CHECK(found.notes == wanted.notes);
    for (std::size_t i = 0; i < wanted.cells.size(); ++i) {
        CAPTURE(form.cells[i].path);
        CHECK(found.cells[i] == wanted.cells[i]);
    }
}

}  // namespace nianbao
