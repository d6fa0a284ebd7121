/// The law as it is compiled in, read once for all tests.
#pragma once

#include "forms/statute.h"

namespace nianbao {

inline const Statute& the_statute() {
    static const Statute statute = load_statute(embedded_folder("schemas/"));
    return statute;
}

inline const Form& form_2021() { return *the_statute().find_form("2021"); }
inline const Form& form_2019() { return *the_statute().find_form("2019"); }

}  // namespace nianbao
