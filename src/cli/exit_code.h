/// The exit codes, relied on from outside.
#pragma once

namespace nianbao {

enum ExitCode : int {
    exit_done = 0,
    exit_rule_broken = 1,
    exit_different = 1,  ///< of `compare`: the reports are not the same
    exit_command_line = 2,
    exit_unreadable = 3,
    exit_unwritable = 4,
    exit_our_fault = 5,
};

}  // namespace nianbao
