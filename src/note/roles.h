// Who says it to whom, by the grammar of the reporting clause.
#pragma once

#include <vector>

#include "note/draft.h"

namespace coranto::note {

// A verb that somebody in the text does: neither a passive nor a bare participle.
bool is_active(const Tree& tree, Index verb);

// Speaker, addressee and the carrier of "was quoted by X as saying"; draft.phrase grows over the quoting.
void take_roles(const Reader& reader, Draft& draft);

// "A denied that anything had been paid and said ...": the parser hangs the second verb below the first one's content;
// the speaker is the first one's.
void share_speakers(const Reader& reader, std::vector<Draft>& drafts);

}  // namespace coranto::note
