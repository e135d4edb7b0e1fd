#include "note/places.h"

namespace coranto::note {

struct Gazetteer::Index {};

Gazetteer::Gazetteer(std::unique_ptr<Index> index) : index_(std::move(index)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

Result<Gazetteer> Gazetteer::open(const std::string&) { return Gazetteer(std::make_unique<Index>()); }
std::string_view Gazetteer::country_of(std::string_view) const { return {}; }
std::string_view Gazetteer::country_name(std::string_view) const { return {}; }

std::vector<Place> find_places(const Document&, const Gazetteer&) { return {}; }

}  // namespace coranto::note
