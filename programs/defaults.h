// Where the program finds its model and tables when the user does not say.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace coranto::programs {

// The folder of the model called `name`: a folder that is there, else a package that lies where the program's own does,
// "md" being short for "en_core_web_md"; `name` itself where there is neither.
std::string model_folder(const std::string& name);

// The model that $CORANTO_MODEL calls, else "sm".
std::string default_model();

// Gives `command` the option --model, whose value, a folder, goes to `folder`.
void add_model_option(CLI::App& command, std::string& folder);

// Gives `command` the option --precision.
void add_precision_option(CLI::App& command, std::string& precision);

// $CORANTO_DATA, else data/ beside the build folder or ../share/coranto/data beside an installed program.
std::string default_data();

}  // namespace coranto::programs
