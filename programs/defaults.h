// Where the program finds its model and tables when the user does not say.
#pragma once

#include <string>

namespace coranto::programs {

// $CORANTO_MODEL, else the model that set-up has fetched, found from where the program lies.
std::string default_model();

// $CORANTO_DATA, else data/ beside the build folder or ../share/coranto/data beside an installed program.
std::string default_data();

}  // namespace coranto::programs
