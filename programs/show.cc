#include <CLI/CLI.hpp>

#include "commands.h"

namespace coranto::programs {

void add_show(CLI::App& app, int& exit_code) {
  auto* command = app.add_subcommand("show", "");
  command->callback([&exit_code] { exit_code = cannot_open; });
}

}  // namespace coranto::programs
