// A text that begins with the number or heading it stands under: 六、 as the first words of section six.
#include "checks/check_context.h"
#include "narrative/heading_repeat.h"
#include "unicode/utf8.h"

namespace nianbao {

void check_heading_repeat(const Rule& rule, const CheckContext& context, Findings& findings) {
    for (std::size_t i = 0; i < context.form.fields.size(); ++i) {
        const auto field = static_cast<FieldId>(i);
        const Paragraphs& text = text_of(context.report, field);
        const std::size_t length = text.empty() ? 0 : repeated_heading(context.form, field, text);
        if (length == 0) continue;
        const Address where{Address::Kind::field, field, 0, 0, static_cast<std::uint32_t>(length)};
        Diagnostic& finding = add_finding(findings, rule, where);
        finding.excerpt = trimmed(text.front().substr(0, length));
    }
    for (std::size_t i = 0; i < context.report.others.size(); ++i) {
        const ExtraItem& item = context.report.others[i];
        const std::size_t length = item.text.empty() ? 0 : repeated_heading(item.text.front(), item.heading);
        if (length == 0) continue;
        const Address where{Address::Kind::other, static_cast<std::uint16_t>(i), 0, 0,
                            static_cast<std::uint32_t>(length)};
        Diagnostic& finding = add_finding(findings, rule, where);
        finding.excerpt = trimmed(item.text.front().substr(0, length));
    }
}

}  // namespace nianbao
