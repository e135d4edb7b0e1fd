// A spaCy package folder as a whole: whose it is, and whether it is one that this stage can run.
#pragma once

#include <string>

#include "coranto/result.h"

namespace coranto::label {

// Name and version of the package in `folder`, "en_core_web_sm 3.8.0". Fails with Code::model unless the folder is
// there, its meta.json says that it is English and made for spaCy 3.7 or 3.8, and its config.cfg is of an architecture
// that is known here (see architecture.h; whether the weights are of that shape is checked by Network::open).
Result<std::string> check_package(const std::string& folder);

}  // namespace coranto::label
