// intake: bytes -> pages.
//
// takes  paths (files, folders, "-" for standard input) as the user gave them
// gives  the pages in them, a folder's in byte order of their names, each as valid UTF-8 text with what its format says
//        of it
// fails  for each input that cannot be read, with file, place and reason; the other inputs are still read
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "coranto/inputs.h"
#include "coranto/page.h"
#include "coranto/result.h"

namespace coranto::intake {

struct Options {
  bool isolated = false;  // the inputs are clean article text
  bool lines = false;     // each line of the inputs is a text; what their formats are is not asked
  std::string published;  // ISO day for inputs that do not say their own; empty if not known
  Selection selection = {};
  size_t longest_line = 16u << 20;            // bytes; a longer line, row or object of an array is an error
  size_t largest_file = 256u << 20;           // bytes, unpacked, of a file that is one page
  std::function<void(uint64_t)> passed = {};  // told how many bytes of the inputs were read, time after time
};

// Calls `page` for every page and `failed` for every input that gives none. A folder is read whole, sorted by name,
// without hidden files and without the date sidecars NAME.json beside NAME.txt. What is gzip or zstd by its first bytes
// is unpacked as it is read; its name without .gz, .zst, .zstd tells the format inside, its whole name is the page's
// source. With `lines` a page is a line, its source PLACE:NUMBER; blank lines are left out. Formats, known by their first bytes or else by the name: plain text, HTML, JSON (an object or an array),
// JSON lines, CSV, Parquet, WARC, RSS, Atom. Memory does not grow with the length of WARC, CSV, Parquet and JSON files.
void read(const std::vector<std::string>& paths, const Options& options, const std::function<void(Page)>& page,
          const std::function<void(Error)>& failed);

// The bytes that `read` will tell as passed; 0 if that is not known (standard input).
uint64_t size_of(const std::vector<std::string>& paths);

}  // namespace coranto::intake
