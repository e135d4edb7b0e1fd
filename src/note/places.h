// Where: places named in a document, found in the gazetteer.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "coranto/document.h"
#include "coranto/notes.h"
#include "coranto/result.h"

namespace coranto::note {

// GeoNames cities and countries, with seas, regions, provinces and demonyms of data/places/. Opens by mmap.
class Gazetteer {
 public:
  // `data`: folder of tables; the compiled index lies there or beside it, see data/README.md.
  static Result<Gazetteer> open(const std::string& data);
  Gazetteer(Gazetteer&&) noexcept;
  ~Gazetteer();

  // ISO 3166 alpha-3 of a country name, capital, demonym or usual short form ("US", "Beijing", "Chinese"), else empty.
  std::string_view country_of(std::string_view name) const;
  // Usual English name of a country by its alpha-3 code ("United States"), else empty.
  std::string_view country_name(std::string_view alpha3) const;

  struct Index;
  const Index& index() const { return *index_; }

 private:
  explicit Gazetteer(std::unique_ptr<Index> index);
  std::unique_ptr<Index> index_;
};

// In text order, without overlaps. Demonyms and metonyms are listed too, by their use.
std::vector<Place> find_places(const Document& document, const Gazetteer& gazetteer);

}  // namespace coranto::note
