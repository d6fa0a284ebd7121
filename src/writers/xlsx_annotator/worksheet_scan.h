/// A worksheet read for what marks need to know: where they go, which are there already, how large its cells are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/spreadsheet.h"
#include "ooxml/xml_events.h"
#include "writers/package_edits/part_edits.h"

namespace nianbao::annotation {

/// Sizes of cells in pixels.
struct SheetGrid {
    struct Columns {
        std::uint32_t first{}, last{};
        int width{};
    };
    std::vector<Columns> columns;
    std::map<std::uint32_t, int> rows;  ///< those with a height of their own, near the marks
    int column_width{64}, row_height{20};

    [[nodiscard]] int width_of(std::uint32_t column) const;
    [[nodiscard]] int height_of(std::uint32_t row) const;
};

struct WorksheetScan {
    Element root;
    /// Where a conditional format and the drawing of comments go in: the schema fixes the order of a sheet's elements.
    std::size_t formats_at{}, drawing_at{};
    struct Stretch {
        std::size_t begin{}, end{};
    };
    std::vector<Stretch> our_formats;
    bool holds_findings{};   ///< it is the sheet of findings
    int last_priority{};     ///< of the user's conditional formats
    bool has_drawing{};      ///< of comments or controls
    std::string drawing_id;  ///< its relationship
    std::vector<SheetRange> merges;
    SheetGrid grid;
};

class WorksheetScanner : public ooxml::XmlHandler {
public:
    /// `rows` are those of the marks.
    explicit WorksheetScanner(const std::set<std::uint32_t>& rows) : rows_(rows) {}

    void start(const ooxml::XmlTag& tag, const ooxml::XmlAttributes& attributes) override;
    void end(const ooxml::XmlTag& tag) override;
    void text(std::string_view piece) override;

    WorksheetScan scan;

private:
    void start_section(const ooxml::XmlTag& tag, const ooxml::XmlAttributes& attributes);
    void start_entry(const ooxml::XmlTag& tag, const ooxml::XmlAttributes& attributes);
    void add_row(const ooxml::XmlAttributes& attributes);
    void end_formats(const ooxml::XmlTag& tag);

    const std::set<std::uint32_t>& rows_;
    std::string section_;  ///< the child of the root that is open
    std::size_t section_begin_{}, rule_begin_{};
    std::uint32_t row_{};
    bool in_formula_{}, is_ours_{};
    std::string formula_;
    std::vector<WorksheetScan::Stretch> our_rules_;  ///< of the conditional format that is open
    std::size_t rule_count_{};
    int priority_{};
};

}  // namespace nianbao::annotation
