/// How elements get their look: by classes that the page's style sheet knows, or by styles of their own where a site
/// takes style sheets and classes away. Ids come from here too, since a piece of a page must not clash with its site's.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace nianbao {

class HtmlLook {
public:
    /// By classes; ids are as they come.
    HtmlLook() = default;

    /// By the styles of a sheet: `NAME { DECLARATIONS }`, a name being an element, one within another (`td p`), or
    /// either with one class (`td.number`), and several of them parted by commas. `file` is where it stands. Throws
    /// TemplateError.
    HtmlLook(const std::string& file, std::string_view sheet, std::string id_prefix);

    /// ` class="total number"`, or ` style="…"`: what the sheet says of the element, then of it with each class.
    [[nodiscard]] std::string attributes(std::string_view element, std::string_view classes = {}) const;

    /// The same for an element that holds a text. Browsers join blanks; a style sheet of the page's own keeps them all,
    /// styles of elements the sheet's `ELEMENT.blanks`, where the text has any to keep.
    [[nodiscard]] std::string attributes_around(std::string_view text, std::string_view element,
                                                std::string_view classes = {}) const;

    [[nodiscard]] std::string id(std::string_view name) const { return id_prefix_ + std::string(name); }

private:
    bool by_classes_{true};
    std::map<std::string, std::string, std::less<>> styles_;
    std::string id_prefix_;
};

}  // namespace nianbao
