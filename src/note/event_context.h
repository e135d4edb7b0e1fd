// About what, and by which code: contexts from keywords, CAMEO codes from type, mode, context and trigger.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "coranto/notes.h"
#include "coranto/result.h"
#include "note/event_match.h"

namespace coranto::note {

// The mode of a request, refusal or threat, by the first telling word that the trigger governs; empty if none tells.
std::string mode_of_speech(std::string_view type, Index trigger, const Tree& tree, const WordClasses& classes);

class ContextTable {
 public:
  // Reads contexts.tsv and cameo.tsv of `folder`.
  static Result<ContextTable> open(const std::string& folder);

  // At most two contexts: those that the rule knows, then those whose words the sentence holds, then the report's.
  std::vector<std::string> contexts(const Reading& reading, const Tree& tree) const;

  // The first row of cameo.tsv that fits.
  std::string cameo(const Event& event, std::string_view trigger_lemma) const;

 private:
  struct Keywords {
    std::string context;
    std::set<std::string, std::less<>> words;
  };
  struct Code {
    std::string type, mode, cameo;
    std::set<std::string, std::less<>> contexts, modalities, triggers;
  };
  std::vector<Keywords> keywords_;
  std::vector<Code> codes_;
};

}  // namespace coranto::note
