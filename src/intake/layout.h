// The boxes and lines of a page, as a browser would lay them out.
#pragma once

#include "coranto/page.h"
#include "intake/element.h"

namespace coranto::intake {

// Fills `text` and `layout`. A row of a table that holds no more than a few words a cell is one line, its cells parted
// by " | ". Scripts, form controls and the like give no text. One pass.
void lay_out(const Element& root, Page& page);

}  // namespace coranto::intake
