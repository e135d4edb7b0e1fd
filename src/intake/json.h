// JSON objects that carry a report, or say something about one.
#pragma once

#include <string>
#include <string_view>

#include "intake/gate.h"
#include "intake/stated.h"
#include "intake/stream.h"

namespace coranto::intake {

// Reads one object. Fails where it is no JSON, no object, or a field has another type (`byline` is a string or an array
// of them).
Result<Stated> stated_in(std::string_view json, const Fields& fields, const std::string& where);

// A file with one object, or an array of them, of which only one at a time is held.
void read_json(Window& file, const std::string& where, Gate& gate);

// An object a line.
void read_json_lines(Stream& file, const std::string& where, Gate& gate);

}  // namespace coranto::intake
