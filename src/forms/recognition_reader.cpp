#include "forms/recognition_reader.h"

#include "forms/definition_json.h"
#include "unicode/utf8.h"

namespace nianbao {

RecognitionWords read_recognition_words(std::string_view text, const std::string& file) {
    return definition::with_json(text, file, [](const definition::Json& node) {
        RecognitionWords words;
        words.subject = definition::word(node, "subject");
        words.titles = definition::words(node, "titles");
        words.chrome = definition::words(node, "chrome");
        words.garbled = definition::words(node, "garbled");
        const std::string read = definition::word(node.at("variants"), "read");
        const std::string as = definition::word(node.at("variants"), "as");
        if (count_code_points(read) != count_code_points(as)) throw DefinitionError("variants of different lengths");
        for (std::size_t i = 0, j = 0; i < read.size();) {
            const char32_t from = next_code_point(read, i);
            words.variants[from] = next_code_point(as, j);
        }
        return words;
    });
}

}  // namespace nianbao
