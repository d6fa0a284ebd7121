// schemas/report-FORM.schema.json are generated from the form definitions. Here they are compared with what would be
// generated now; UPDATE_GOLDEN=1 writes them.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "the_statute.h"
#include "writers/json_schema_writer.h"

using namespace nianbao;

TEST_CASE("the committed JSON Schemas are those of the forms") {
    const char* update = std::getenv("UPDATE_GOLDEN");
    for (const Form& form : the_statute().forms) {
        const std::string path = std::string(NIANBAO_SCHEMA_FOLDER) + "/report-" + form.id + ".schema.json";
        const std::string schema = write_json_schema(form, the_statute().agencies);
        if (update && std::string(update) == "1") std::ofstream(path, std::ios::binary) << schema;
        std::ostringstream committed;
        committed << std::ifstream(path, std::ios::binary).rdbuf();
        INFO(path, " is stale: run the tests with UPDATE_GOLDEN=1");
        CHECK(committed.str() == schema);
    }
}
