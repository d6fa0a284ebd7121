#include "readers/html/kept_elements.h"

#include <algorithm>
#include <array>

namespace nianbao::html_reading {
namespace {

struct Element {
    std::string_view name;
    ElementKind kind;
};

using Kind = ElementKind;

constexpr std::array elements{
    Element{"address", Kind::block},
    Element{"applet", Kind::swallowed},
    Element{"article", Kind::block},
    Element{"aside", Kind::block},
    Element{"audio", Kind::swallowed},
    Element{"b", Kind::emphasis},
    Element{"blockquote", Kind::block},
    Element{"body", Kind::root},
    Element{"br", Kind::empty},
    Element{"button", Kind::swallowed},
    Element{"canvas", Kind::swallowed},
    Element{"caption", Kind::caption},
    Element{"center", Kind::block},
    Element{"dd", Kind::term},
    Element{"details", Kind::block},
    Element{"dir", Kind::list},
    Element{"div", Kind::block},
    Element{"dl", Kind::block},
    Element{"dt", Kind::term},
    Element{"fieldset", Kind::block},
    Element{"figcaption", Kind::block},
    Element{"figure", Kind::block},
    Element{"footer", Kind::block},
    Element{"form", Kind::form},
    Element{"h1", Kind::heading},
    Element{"h2", Kind::heading},
    Element{"h3", Kind::heading},
    Element{"h4", Kind::heading},
    Element{"h5", Kind::heading},
    Element{"h6", Kind::heading},
    Element{"head", Kind::root},
    Element{"header", Kind::block},
    Element{"hgroup", Kind::block},
    Element{"hr", Kind::empty},
    Element{"html", Kind::root},
    Element{"iframe", Kind::swallowed},
    Element{"li", Kind::item},
    Element{"main", Kind::block},
    Element{"math", Kind::swallowed},
    Element{"menu", Kind::list},
    Element{"meta", Kind::empty},
    Element{"nav", Kind::block},
    Element{"noembed", Kind::swallowed},
    Element{"noframes", Kind::swallowed},
    Element{"noscript", Kind::swallowed},
    Element{"object", Kind::swallowed},
    Element{"ol", Kind::list},
    Element{"p", Kind::paragraph},
    Element{"pre", Kind::block},
    Element{"script", Kind::swallowed},
    Element{"section", Kind::block},
    Element{"select", Kind::swallowed},
    Element{"span", Kind::phrase},
    Element{"strong", Kind::emphasis},
    Element{"style", Kind::swallowed},
    Element{"summary", Kind::block},
    Element{"svg", Kind::swallowed},
    Element{"table", Kind::table},
    Element{"tbody", Kind::row_group},
    Element{"td", Kind::cell},
    Element{"template", Kind::swallowed},
    Element{"textarea", Kind::swallowed},
    Element{"tfoot", Kind::row_group},
    Element{"th", Kind::cell},
    Element{"thead", Kind::row_group},
    Element{"title", Kind::title},
    Element{"tr", Kind::row},
    Element{"ul", Kind::list},
    Element{"video", Kind::swallowed},
    Element{"xmp", Kind::swallowed},
};

}  // namespace

ElementKind kind_of_element(std::string_view name) {
    const auto found =
        std::lower_bound(elements.begin(), elements.end(), name,
                         [](const Element& element, std::string_view wanted) { return element.name < wanted; });
    return found != elements.end() && found->name == name ? found->kind : Kind::other;
}

bool is_block(ElementKind kind) { return kind >= Kind::block && kind <= Kind::caption; }

}  // namespace nianbao::html_reading
