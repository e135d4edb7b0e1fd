// A damaged index of cities is refused, or every look-up stays within it.
#include "base/utf8.h"
#include "note/city_index.h"
#include "scratch.h"

using namespace coranto;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  static const fuzz::Scratch scratch;
  const auto index = note::CityIndex::open(scratch.write("gazetteer.bin", fuzz::text_of(bytes, size)));
  if (!index) return 0;
  size_t seen = 0;
  for (const char* name : {"Paris", "London", "A", "", "San Carlos", "Springfield"}) {
    for (const auto& city : index->find(name)) {
      for (char c : city.name) seen += static_cast<unsigned char>(c);
      for (char c : city.admin1) seen += static_cast<unsigned char>(c);
      seen += city.country.size();
    }
  }
  return seen == 1;
}
