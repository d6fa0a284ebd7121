#include "cli/child_process.h"

#include <doctest/doctest.h>

#include <filesystem>

using namespace nianbao;

namespace {

ChildResult run_shell(const char* script, int seconds = child_seconds) {
    const PrivateFolder home;
    return run_child("/bin/sh", {"-c", script}, home, seconds);
}

}  // namespace

TEST_CASE("a child's end is told") {
    const ChildResult done = run_shell("echo 年报");
    CHECK(done.ended_well);
    CHECK(done.output == "年报\n");
    CHECK_FALSE(run_shell("exit 3").ended_well);
    CHECK_FALSE(run_shell("kill -9 $$").ended_well);
}

TEST_CASE("a child that does not end is ended") {
    for (const char* script : {"sleep 50", "exec >/dev/null; sleep 50"}) {
        CAPTURE(script);
        const ChildResult result = run_shell(script, 1);
        CHECK(result.took_too_long);
        CHECK_FALSE(result.ended_well);
    }
}

TEST_CASE("a private folder goes with what was put in it, not with what was linked to") {
    const PrivateFolder kept;
    const std::string file = kept.put("kept", "x");
    std::string path;
    {
        const PrivateFolder home;
        path = home.path();
        CHECK(std::filesystem::exists(home.put("deep/er/file", "x")));
        home.link("else/where", kept.path());
        CHECK(std::filesystem::exists(path + "/else/where/kept"));
    }
    CHECK_FALSE(std::filesystem::exists(path));
    CHECK(std::filesystem::exists(file));
}
