// The subcommands of `coranto`, one file each. Each function adds its subcommand to `app`; when the user has called it,
// it runs while the command line is parsed and leaves its exit code in `exit_code`.
#pragma once

namespace CLI {
class App;
}

namespace coranto::programs {

enum Exit {
  done = 0,
  failed = 1,  // an input could not be read, or a check found a fault
  usage = 2,
  cannot_open = 3,   // a model or a record
  cannot_write = 4,  // standard output
};

void add_read(CLI::App& app, int& exit_code);
void add_isolate(CLI::App& app, int& exit_code);
void add_parse(CLI::App& app, int& exit_code);
void add_code(CLI::App& app, int& exit_code);
void add_show(CLI::App& app, int& exit_code);
void add_query(CLI::App& app, int& exit_code);
void add_export(CLI::App& app, int& exit_code);
void add_factuality(CLI::App& app, int& exit_code);
void add_verify(CLI::App& app, int& exit_code);

}  // namespace coranto::programs
