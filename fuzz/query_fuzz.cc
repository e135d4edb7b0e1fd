// Whatever is asked of a record in SQL, its file stays as it is and no other appears.
#include <iterator>

#include "coranto/record.h"
#include "samples.h"
#include "scratch.h"
#include "search/search.h"

using namespace coranto;

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

size_t files_in(const fs::path& folder) {
  return static_cast<size_t>(std::distance(fs::recursive_directory_iterator(folder), {}));
}

// A folder with a record in it, in which the process works from now on.
struct Ground {
  fuzz::Scratch scratch;
  std::string record = scratch.path("record");
  fs::path file;
  std::string bytes;
  size_t files = 0;

  Ground() {
    {
      auto made = Record::open_to_write(record, {});
      fuzz::require(made.ok(), "no record");
      for (const auto& sample : tests::samples(2))
        fuzz::require(made->add(sample.report, sample.notes).ok(), "no report");
      fuzz::require(made->finish().ok(), "no record");
    }
    fs::current_path(scratch.folder());
    for (const auto& entry : fs::directory_iterator(record)) {
      if (entry.path().extension() == ".duckdb") file = entry.path();
    }
    bytes = bytes_of(file);
    fuzz::require(!bytes.empty(), "no database file");
    (void)search::query(record, "SELECT 1", search::Format::csv, [](std::string_view) { return true; });
    files = files_in(scratch.folder());
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  static const Ground ground;
  if (size == 0) return 0;
  const auto format = static_cast<search::Format>(bytes[0] % 3);
  size_t pieces = 0;
  const auto asked = search::query(ground.record, std::string(fuzz::text_of(bytes + 1, size - 1)), format,
                                   [&](std::string_view) { return ++pieces < 100; });
  fuzz::require(asked.ok() || !asked.error().message.empty(), "a refusal without a reason");
  fuzz::require(files_in(ground.scratch.folder()) == ground.files, "a file that was not there");
  fuzz::require(bytes_of(ground.file) == ground.bytes, "a record that has changed");
  return 0;
}
