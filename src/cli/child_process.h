/// Another program, run for what it prints or writes: by an argument list, never through a shell, in a process group of
/// its own that is ended after a minute, with nothing of this one's environment but a private home.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao {

/// Where a program of this name lies: on the PATH, or in one of `elsewhere`.
[[nodiscard]] std::optional<std::string> find_program(const std::string& name,
                                                      const std::vector<std::string>& elsewhere = {});

/// A folder that nobody else enters and that goes with all that is in it. Throws std::system_error.
class PrivateFolder {
public:
    PrivateFolder();
    ~PrivateFolder();
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;

    [[nodiscard]] const std::string& path() const { return path_; }
    /// Writes a file into it, or into a folder of it, and returns its path.
    std::string put(const std::string& name, std::string_view bytes) const;
    /// Lets a folder from elsewhere be seen in it by another name.
    void link(const std::string& name, const std::string& folder) const;

private:
    std::string path_;
};

struct ChildResult {
    bool ended_well{};  ///< it ran to its end and said 0
    bool took_too_long{};
    bool said_too_much{};  ///< more than the limit; it was ended
    std::string output;    ///< what it printed
};

constexpr int child_seconds = 60;
constexpr std::size_t max_child_output = 64U << 20U;

/// Runs `program` (an absolute path) with HOME and TMPDIR in `home`, for at most so many seconds.
[[nodiscard]] ChildResult run_child(const std::string& program, const std::vector<std::string>& arguments,
                                    const PrivateFolder& home, int seconds = child_seconds);

}  // namespace nianbao
