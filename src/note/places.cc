#include "note/places.h"

namespace coranto::note {

std::vector<Place> find_places(const Document&, const Gazetteer&) { return {}; }

}  // namespace coranto::note
