#include "cli/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>

namespace nianbao {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(int error, const char* what) { throw std::system_error(error, std::generic_category(), what); }

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int number() const { return number_; }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

private:
    int number_;
};

/// What posix_spawn is told: standard input and error are nothing, standard output is ours, a group of its own.
class SpawnOrders {
public:
    explicit SpawnOrders(int output) {
        posix_spawn_file_actions_init(&actions_);
        posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawnattr_init(&attributes_);
        sigset_t defaults;
        sigemptyset(&defaults);
        sigaddset(&defaults, SIGPIPE);
        posix_spawnattr_setsigdefault(&attributes_, &defaults);
        posix_spawnattr_setpgroup(&attributes_, 0);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnOrders() {
        posix_spawn_file_actions_destroy(&actions_);
        posix_spawnattr_destroy(&attributes_);
    }
    SpawnOrders(const SpawnOrders&) = delete;
    SpawnOrders& operator=(const SpawnOrders&) = delete;

    [[nodiscard]] const posix_spawn_file_actions_t* actions() const { return &actions_; }
    [[nodiscard]] const posix_spawnattr_t* attributes() const { return &attributes_; }

private:
    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

std::vector<std::string> environment_for(const PrivateFolder& home) {
    const char* path = std::getenv("PATH");
    return {"HOME=" + home.path(), "TMPDIR=" + home.path(), "LC_ALL=C.UTF-8",
            "PATH=" + std::string(path ? path : "/usr/bin:/bin")};
}

/// Reads what the child prints until it closes its end; false when time or room is up.
bool collect(int from, Clock::time_point deadline, ChildResult& result) {
    std::array<char, 65'536> buffer{};
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        pollfd waiting{from, POLLIN, 0};
        const int ready = left > 0 ? poll(&waiting, 1, static_cast<int>(left)) : 0;
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) {
            result.took_too_long = true;
            return false;
        }
        const ssize_t count = read(from, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return true;
        if (result.output.size() + static_cast<std::size_t>(count) > max_child_output) {
            result.said_too_much = true;
            return false;
        }
        result.output.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

/// Waits for the end; one that closed its output and goes on is given until the deadline.
bool wait_for(pid_t child, Clock::time_point deadline, int& status) {
    constexpr useconds_t pause = 5'000;
    while (true) {
        const pid_t ended = waitpid(child, &status, WNOHANG);
        if (ended == child) return true;
        if ((ended < 0 && errno != EINTR) || Clock::now() >= deadline) return false;
        usleep(pause);
    }
}

}  // namespace

std::optional<std::string> find_program(const std::string& name, const std::vector<std::string>& elsewhere) {
    std::vector<std::string> folders;
    const char* path = std::getenv("PATH");
    std::string_view rest = path ? path : "";
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        if (rest.starts_with('/')) folders.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    folders.insert(folders.end(), elsewhere.begin(), elsewhere.end());
    for (const std::string& folder : folders) {
        const std::string file = folder + "/" + name;
        std::error_code ignored;
        if (fs::is_regular_file(file, ignored) && access(file.c_str(), X_OK) == 0) return file;
    }
    return std::nullopt;
}

PrivateFolder::PrivateFolder() : path_((fs::temp_directory_path() / "nianbao-XXXXXX").string()) {
    if (!mkdtemp(path_.data())) fail(errno, "mkdtemp");
}

PrivateFolder::~PrivateFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

std::string PrivateFolder::put(const std::string& name, std::string_view bytes) const {
    std::string path = path_ + "/" + name;
    fs::create_directories(fs::path(path).parent_path());
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) fail(EIO, "temporary file");
    return path;
}

void PrivateFolder::link(const std::string& name, const std::string& folder) const {
    const fs::path path = fs::path(path_) / name;
    fs::create_directories(path.parent_path());
    fs::create_directory_symlink(folder, path);
}

ChildResult run_child(const std::string& program, const std::vector<std::string>& arguments, const PrivateFolder& home,
                      int seconds) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) fail(errno, "pipe");
    const Descriptor ours(ends[0]);
    Descriptor theirs(ends[1]);
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> environment = environment_for(home);
    const SpawnOrders orders(theirs.number());
    ChildResult result;
    pid_t child = 0;
    if (posix_spawn(&child, program.c_str(), orders.actions(), orders.attributes(), pointers_to(words).data(),
                    pointers_to(environment).data()) != 0)
        return result;
    theirs.close();
    const auto deadline = Clock::now() + std::chrono::seconds(seconds);
    int status = 0;
    const bool all_said = collect(ours.number(), deadline, result);
    const bool ended = all_said && wait_for(child, deadline, status);
    if (!ended && all_said) result.took_too_long = true;
    kill(-child, SIGKILL);  // and whatever it started
    if (!ended) waitpid(child, &status, 0);
    result.ended_well = ended && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return result;
}

}  // namespace nianbao
