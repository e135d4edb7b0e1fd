// Files and folders: what is there, and its bytes.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "coranto/result.h"
#include "intake/stream.h"

namespace coranto::intake {

// The regular files under `folder`, at any depth, in byte order of their paths; hidden ones and what lies in hidden
// folders are left out, and so are the folders of records; links to folders are not followed. A folder that cannot be
// read goes to `failed`.
std::vector<std::string> files_in(const std::string& folder, const std::function<void(Error)>& failed);

// All bytes of a stream; fails where it does, or with more than `most` bytes.
Result<std::string> bytes_of(Stream& stream, size_t most, const std::string& where);

// All bytes of a file, unpacked where it is packed.
Result<std::string> bytes_of(const std::string& path, size_t most);

// The lines of a stream one after the other without holding more than one: `line` gets the number (from 1) and the
// bytes without the line end, or the error of a line longer than `most`; it returns whether to go on.
Result<void> each_line(Stream& stream, size_t most, const std::string& where,
                       const std::function<bool(size_t, Result<std::string>)>& line);

}  // namespace coranto::intake
