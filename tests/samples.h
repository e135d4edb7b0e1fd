// Reports with notes made by hand for tests: no model, every kind of entry, letters of several lengths.
#pragma once

#include <vector>

#include "coranto/notes.h"
#include "coranto/report.h"

namespace coranto::tests {

struct Sample {
  Report report;
  Notes notes;
};

// `count` reports that differ in text, source, names and days.
std::vector<Sample> samples(size_t count);

}  // namespace coranto::tests
