#include "forms/report_shape.h"

#include <algorithm>

namespace nianbao {
namespace {

ShapeNode& child(ShapeNode& node, std::string_view name) {
    for (ShapeNode& each : node.children) {
        if (each.key == name) return each;
    }
    node.children.push_back({std::string(name), {}, -1, -1, false});
    return node.children.back();
}

/// The node for `/a/b/c`, made where it is missing.
ShapeNode& node_at(ShapeNode& root, std::string_view path) {
    ShapeNode* node = &root;
    while (!path.empty()) {
        path.remove_prefix(1);
        const auto slash = path.find('/');
        node = &child(*node, path.substr(0, slash));
        path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash);
    }
    return *node;
}

std::string_view parent(std::string_view path) { return path.substr(0, path.rfind('/')); }

}  // namespace

const ShapeNode* ShapeNode::find(std::string_view name) const {
    const auto found =
        std::find_if(children.begin(), children.end(), [&](const ShapeNode& n) { return n.key == name; });
    return found == children.end() ? nullptr : &*found;
}

std::vector<std::string> ShapeNode::keys() const {
    std::vector<std::string> names;
    for (const ShapeNode& node : children) names.push_back(node.key);
    return names;
}

ShapeNode shape_of_cells(const Form& form) {
    ShapeNode root;
    for (std::size_t i = 0; i < form.cells.size(); ++i) node_at(root, form.cells[i].path).index = static_cast<int>(i);
    return root;
}

ShapeNode shape_of_narrative(const Form& form) {
    ShapeNode root;
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
        const Field& field = form.fields[i];
        node_at(root, field.path).index = static_cast<int>(i);
        const std::string_view group = parent(field.path);
        if (field.takes_plain_text && group.rfind('/') != 0) node_at(root, group).plain = static_cast<int>(i);
    }
    for (const Section& section : form.sections) {
        if (section.extra_items) node_at(root, "/narrative/" + section.id + "/others").extras = true;
    }
    return root;
}

}  // namespace nianbao
