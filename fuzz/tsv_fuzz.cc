// Any file is a table or none; every row of a table has a field for each column.
#include "base/tsv.h"
#include "scratch.h"

using namespace coranto;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  static const fuzz::Scratch scratch;
  const auto table = Table::read(scratch.write("table.tsv", fuzz::text_of(bytes, size)));
  if (!table) return 0;
  const auto name = table->column("name");
  for (size_t i = 0; i < table->size(); ++i) {
    fuzz::require(table->row(i).size() == table->row(0).size(), "rows of several lengths");
    fuzz::require(i == 0 || table->line(i) > table->line(i - 1), "lines that do not ascend");
    if (name) fuzz::require(*name < table->row(i).size(), "a column beyond the row");
  }
  return 0;
}
