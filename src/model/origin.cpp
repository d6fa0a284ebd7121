#include "model/origin.h"

namespace nianbao {
namespace {

Place place_in(const std::vector<Origin>& origins, std::size_t index) {
    return index < origins.size() ? origins[index].place : Place{};
}

bool known(const Place& place) { return !std::holds_alternative<std::monostate>(place); }

Place paragraph_place(const Address& at, const Provenance& provenance) {
    if (at.index < provenance.paragraphs.size()) {
        const Place place = place_in(provenance.paragraphs[at.index], at.paragraph);
        if (known(place)) return place;
    }
    return place_in(provenance.fields, at.index);
}

}  // namespace

void locate(Diagnostic& diagnostic, const Provenance& provenance) {
    const Address& at = diagnostic.at;
    switch (at.kind) {
        case Address::Kind::whole:
            break;
        case Address::Kind::identity:
            diagnostic.place = place_in(provenance.identity, at.index);
            break;
        case Address::Kind::section:
            diagnostic.place = place_in(provenance.sections, at.index);
            break;
        case Address::Kind::field:
            diagnostic.place = paragraph_place(at, provenance);
            break;
        case Address::Kind::other:
            diagnostic.place = place_in(provenance.others, at.index);
            break;
        case Address::Kind::table:
            // A finding about cells of a table is placed at the first of them.
            diagnostic.place = diagnostic.cells.empty() ? place_in(provenance.tables, at.index)
                                                        : place_in(provenance.cells, diagnostic.cells.front());
            diagnostic.other_places.clear();
            for (const CellId cell : diagnostic.cells) {
                const Place place = place_in(provenance.cells, cell);
                if (known(place) && place != diagnostic.place) diagnostic.other_places.push_back(place);
            }
            break;
        case Address::Kind::cell:
            diagnostic.place = place_in(provenance.cells, at.index);
            break;
    }
}

}  // namespace nianbao
