// Any bytes are JSON, JSON lines or CSV, or are refused, and are read the same in whatever pieces they come. The first
// byte says which.
#include "gathered.h"
#include "intake/csv.h"
#include "intake/json.h"

using namespace coranto;

namespace {

fuzz::Gathered read(int kind, std::string_view bytes, size_t piece) {
  intake::Options options;
  options.longest_line = 1 << 16;
  if (kind == 3) options.selection.delimiter = ';';
  return fuzz::gather(
      [&](intake::Gate& gate) {
        auto memory = std::make_unique<intake::Memory>(std::string(bytes), piece);
        if (kind == 0) return intake::read_json_lines(*memory, "a.jsonl", gate);
        intake::Window file(std::move(memory));
        kind == 1 ? intake::read_json(file, "a.json", gate) : intake::read_csv(file, "a.csv", gate);
      },
      options);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  if (size == 0) return 0;
  const auto text = fuzz::text_of(bytes + 1, size - 1);
  const int kind = bytes[0] % 4;
  fuzz::require(read(kind, text, SIZE_MAX) == read(kind, text, 5), "rows that depend on the pieces they come in");
  return 0;
}
