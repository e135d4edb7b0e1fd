// What a page is made for.
#pragma once

#include "coranto/imprint.h"
#include "intake/metadata/linked_data.h"
#include "intake/metadata/signs.h"

namespace coranto::intake {

// JSON-LD before OpenGraph before the title: "404", "Page not found", "Access denied" make a stub.
PageKind kind_of(const Signs& signs, const LinkedData& linked);

}  // namespace coranto::intake
