// The `coranto` command.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "commands.h"
#include "output.h"

int main(int argc, char** argv) {
  using namespace coranto;
  CLI::App app("Coranto reads news and keeps the record: who did or said what, and the words that prove it.",
               "coranto");
  app.require_subcommand(1);
  app.set_version_flag("--version", "coranto " CORANTO_VERSION);
  int exit_code = programs::done;
  programs::add_read(app, exit_code);
  programs::add_isolate(app, exit_code);
  programs::add_parse(app, exit_code);
  programs::add_code(app, exit_code);
  programs::add_show(app, exit_code);
  programs::add_query(app, exit_code);
  programs::add_export(app, exit_code);
  programs::add_verify(app, exit_code);
  programs::add_factuality(app, exit_code);
  if (argc < 2) return std::fputs(app.help().c_str(), stdout), programs::usage;
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? programs::done : programs::usage;
  }
  return programs::all_written() ? exit_code : programs::cannot_write;
}
