// Files and folders: what is there, and its bytes.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "coranto/result.h"

namespace coranto::intake {

// The regular files under `folder`, at any depth, in byte order of their paths; hidden ones and what lies in hidden
// folders are left out, and so are the folders of records; links to folders are not followed. A folder that cannot be
// read goes to `failed`.
std::vector<std::string> files_in(const std::string& folder, const std::function<void(Error)>& failed);

// All bytes of a file; fails if it is missing, cannot be read, or holds more than `most` bytes.
Result<std::string> bytes_of(const std::string& path, size_t most);

// The lines of a file one after the other without holding more than one: `line` gets the number (from 1) and the bytes
// without the line end, or the error of a line longer than `most`.
Result<void> each_line(const std::string& path, size_t most,
                       const std::function<void(size_t, Result<std::string>)>& line);

}  // namespace coranto::intake
