#include "ooxml/xml_events.h"

#include <expat.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace nianbao::ooxml {
namespace {

/// Between URI, local name and prefix; no URI can hold it.
constexpr char separator = '\n';

/// Expat keeps every name it has seen, and a whole tag while it reads it: a part of nothing but different names would
/// take ten times its own size. So its memory is counted. Its allocators get no argument, hence the variable.
struct Meter {
    std::size_t used{}, most{};
    bool exceeded{};
};
thread_local Meter* current_meter = nullptr;

constexpr std::size_t header_bytes = alignof(std::max_align_t);
static_assert(header_bytes >= sizeof(std::size_t));

bool take(std::size_t before, std::size_t after) {
    Meter& meter = *current_meter;
    if (after > meter.most || meter.used - before > meter.most - after) {
        meter.exceeded = true;
        return false;
    }
    meter.used = meter.used - before + after;
    return true;
}

void* counted(void* block, std::size_t size) {
    std::memcpy(block, &size, sizeof size);
    return static_cast<char*>(block) + header_bytes;
}

void* counted_malloc(std::size_t size) {
    if (!take(0, size)) return nullptr;
    void* block = std::malloc(size + header_bytes);
    return block ? counted(block, size) : nullptr;
}

void* counted_realloc(void* pointer, std::size_t size) {
    if (!pointer) return counted_malloc(size);
    void* block = static_cast<char*>(pointer) - header_bytes;
    std::size_t before = 0;
    std::memcpy(&before, block, sizeof before);
    if (!take(before, size)) return nullptr;
    block = std::realloc(block, size + header_bytes);
    return block ? counted(block, size) : nullptr;
}

void counted_free(void* pointer) {
    if (!pointer) return;
    void* block = static_cast<char*>(pointer) - header_bytes;
    std::size_t size = 0;
    std::memcpy(&size, block, sizeof size);
    current_meter->used -= size;
    std::free(block);
}

/// Makes one parser's meter the current one, for as long as expat runs.
class Metered {
public:
    explicit Metered(Meter& meter) : before_(std::exchange(current_meter, &meter)) {}
    ~Metered() { current_meter = before_; }
    Metered(const Metered&) = delete;
    Metered& operator=(const Metered&) = delete;

private:
    Meter* before_;
};

XmlName name_of(std::string_view written) {
    const std::size_t first = written.find(separator);
    if (first == std::string_view::npos) return {written, {}, {}};
    const std::string_view rest = written.substr(first + 1);
    const std::size_t second = rest.find(separator);
    if (second == std::string_view::npos) return {rest, {}, written.substr(0, first)};
    return {rest.substr(0, second), rest.substr(second + 1), written.substr(0, first)};
}

}  // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view local) const {
    for (const char* const* pair = pairs_; *pair; pair += 2) {
        if (name_of(pair[0]).local == local) return pair[1];
    }
    return std::nullopt;
}

void XmlAttributes::for_each(const std::function<void(std::string_view, std::string_view)>& take) const {
    for (const char* const* pair = pairs_; *pair; pair += 2) take(name_of(pair[0]).local, pair[1]);
}

bool XmlAttributes::is_on(std::string_view local, bool otherwise) const {
    const auto value = find(local);
    return value ? *value == "1" || *value == "true" || *value == "on" : otherwise;
}

struct XmlParser::Engine {
    Engine(XmlHandler& events, std::string part_name, const XmlLimits& most)
        : handler(events), part(std::move(part_name)), limits(most), meter{0, most.memory, false} {
        const Metered metered(meter);
        const XML_Memory_Handling_Suite memory{counted_malloc, counted_realloc, counted_free};
        const XML_Char between[] = {separator, '\0'};
        parser = XML_ParserCreate_MM(nullptr, &memory, between);
        if (!parser) throw PackageError(Fault::too_much_markup, part, {}, limits.memory);
        XML_SetReturnNSTriplet(parser, 1);
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, on_start, on_end);
        XML_SetCharacterDataHandler(parser, on_text);
        XML_SetStartDoctypeDeclHandler(parser, on_doctype);
    }
    ~Engine() {
        const Metered metered(meter);
        XML_ParserFree(parser);
    }
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    static Engine& of(void* data) { return *static_cast<Engine*>(data); }

    static void on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
        Engine& engine = of(data);
        if (++engine.depth > engine.limits.depth) {
            const PackageError deep(Fault::too_deep, engine.part, {}, engine.limits.depth);
            return engine.guarded([&] { throw deep; });
        }
        engine.guarded([&] { engine.handler.start(engine.tag(name), XmlAttributes(attributes)); });
    }
    static void on_end(void* data, const XML_Char* name) {
        Engine& engine = of(data);
        engine.guarded([&] { engine.handler.end(engine.tag(name)); });
        --engine.depth;
    }
    static void on_text(void* data, const XML_Char* text, int length) {
        Engine& engine = of(data);
        engine.guarded([&] { engine.handler.text({text, static_cast<std::size_t>(length)}); });
    }
    static void on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        Engine& engine = of(data);
        engine.guarded([&] { throw PackageError(Fault::document_type, engine.part); });
    }

    [[nodiscard]] XmlTag tag(const XML_Char* name) const {
        const auto begin = static_cast<std::size_t>(XML_GetCurrentByteIndex(parser));
        return {name_of(name), begin, begin + static_cast<std::size_t>(XML_GetCurrentByteCount(parser)), depth};
    }

    /// Exceptions may not pass through expat, which is C: they are put aside and thrown again by `feed`.
    template <typename Action>
    void guarded(const Action& action) {
        if (failure) return;  // expat may still tell the end of an empty element
        try {
            action();
        } catch (...) {
            failure = std::current_exception();
            XML_StopParser(parser, XML_FALSE);
        }
    }

    void feed(std::string_view chunk, bool last) {
        const Metered metered(meter);
        const XML_Status status = XML_Parse(parser, chunk.data(), static_cast<int>(chunk.size()), last ? 1 : 0);
        if (failure) std::rethrow_exception(std::exchange(failure, nullptr));
        if (status == XML_STATUS_OK) return;
        if (meter.exceeded) throw PackageError(Fault::too_much_markup, part, {}, limits.memory);
        PackageError broken(Fault::broken_xml, part, XML_ErrorString(XML_GetErrorCode(parser)));
        broken.line = static_cast<std::size_t>(XML_GetCurrentLineNumber(parser));
        throw broken;
    }

    XmlHandler& handler;
    std::string part;
    XmlLimits limits;
    Meter meter;
    XML_Parser parser{};
    std::size_t depth{};
    std::exception_ptr failure;
};

XmlParser::XmlParser(XmlHandler& handler, std::string part, const XmlLimits& limits)
    : engine_(std::make_unique<Engine>(handler, std::move(part), limits)) {}

XmlParser::~XmlParser() = default;

void XmlParser::feed(std::string_view chunk) {
    // Expat keeps a copy of the tag it is in; small pieces keep that copy small.
    constexpr std::size_t piece = 64U << 10U;
    for (; !chunk.empty(); chunk.remove_prefix(std::min(piece, chunk.size()))) {
        engine_->feed(chunk.substr(0, piece), false);
    }
}

void XmlParser::finish() { engine_->feed({}, true); }

void parse_part(const Archive& archive, std::string_view part, XmlHandler& handler, const XmlLimits& limits) {
    XmlParser parser(handler, archive.spelling(part), limits);
    archive.stream(part, [&parser](std::string_view chunk) { parser.feed(chunk); });
    parser.finish();
}

void parse_xml(std::string_view text, std::string_view part, XmlHandler& handler, const XmlLimits& limits) {
    XmlParser parser(handler, std::string(part), limits);
    parser.feed(text);
    parser.finish();
}

}  // namespace nianbao::ooxml
