#include "templating/template_set.h"

#include <algorithm>

namespace nianbao {
namespace {

class TemplateSetReader {
public:
    explicit TemplateSetReader(const SourceFiles& files) : files_(files) {}

    TemplateSet read(const std::string& main) {
        const auto file = files_.find(main);
        if (file == files_.end()) {
            throw TemplateError({main, 1, 1}, {"没有这个模板文件", "there is no such template file"});
        }
        set_.sources.push_back(read_template(main, file->second));
        add_partials_of(0);
        return std::move(set_);
    }

private:
    /// Files are read once, but walked again below every file that puts them in: the depth is that of a chain.
    void add_partials_of(std::size_t index) {
        chain_.push_back(index);
        for (std::size_t t = 0; t < set_.sources[index].tags.size(); ++t) {
            const TemplateTag tag = set_.sources[index].tags[t];
            if (tag.kind != TemplateTag::Kind::partial) continue;
            const std::size_t partial = partial_named(tag, set_.sources[index].place_of(tag.begin));
            check_chain(tag, set_.sources[index].place_of(tag.begin), partial);
            if (!done_at_depth(partial)) add_partials_of(partial);
        }
        chain_.pop_back();
    }

    std::size_t partial_named(const TemplateTag& tag, const TemplatePlace& place) {
        if (const auto known = set_.by_partial_name.find(tag.name); known != set_.by_partial_name.end())
            return known->second;
        const auto file = files_.find(tag.name + ".md");
        if (file == files_.end()) {
            throw TemplateError(place, {"没有名为“" + tag.name + "”的部件", "unknown partial \"" + tag.name + "\""});
        }
        set_.by_partial_name.emplace(tag.name, set_.sources.size());
        set_.sources.push_back(read_template(file->first, file->second));
        return set_.sources.size() - 1;
    }

    void check_chain(const TemplateTag& tag, const TemplatePlace& place, std::size_t partial) const {
        const std::string& path = set_.sources[partial].path;
        const bool again = std::any_of(chain_.begin(), chain_.end(),
                                       [&](std::size_t each) { return set_.sources[each].path == path; });
        if (again) {
            throw TemplateError(place,
                                {"部件“" + tag.name + "”套入了自身", "partial \"" + tag.name + "\" puts itself in"});
        }
        if (chain_.size() > max_partial_depth) {
            throw TemplateError(place, {"部件套用超过16层", "partials go deeper than 16"});
        }
    }

    /// A file already walked from as deep a place need not be walked again.
    bool done_at_depth(std::size_t partial) {
        const auto [walked, first] = walked_at_.emplace(partial, chain_.size());
        if (!first && walked->second >= chain_.size()) return true;
        walked->second = chain_.size();
        return false;
    }

    const SourceFiles& files_;
    TemplateSet set_;
    std::vector<std::size_t> chain_;
    std::map<std::size_t, std::size_t> walked_at_;
};

}  // namespace

TemplateSet read_templates(const SourceFiles& files, const std::string& main) {
    return TemplateSetReader(files).read(main);
}

}  // namespace nianbao
