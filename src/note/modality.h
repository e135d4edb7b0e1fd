// Is it so: what grammar says of an act's standing. Operators (auxiliaries, adverbs, verbs and nouns that embed the
// act) stand in data/events/modality.tsv; those between the act and the root of its sentence are composed, the
// innermost deciding the modality and each negation turning the polarity.
#pragma once

#include <memory>
#include <string>

#include "coranto/notes.h"
#include "coranto/result.h"
#include "note/tree.h"

namespace coranto::note {

struct Standing {
  Modality modality = Modality::happened;
  bool negative = false;
  Index governor = no_token;   // the operator that embeds the act ("urged" for "leave"); no_token if none does
  Index condition = no_token;  // verb of the clause on which the act hangs ("unless they leave"); no_token if none
};

class ModalityTable {
 public:
  // Reads modality.tsv of `folder`. Fails with file and line on an unknown role, modality or polarity.
  static Result<ModalityTable> open(const std::string& folder);
  ModalityTable(ModalityTable&&) noexcept;
  ModalityTable& operator=(ModalityTable&&) noexcept;
  ~ModalityTable();

  // The standing of the act that the verb, noun or adjective `act` names. `light`: the verb that carries an act named
  // by a noun ("launched an attack"), whose standing is the act's; no_token if none.
  Standing standing(const Tree& tree, Index act, Index light = no_token) const;

  struct Operators;

 private:
  explicit ModalityTable(std::unique_ptr<Operators> operators);
  std::unique_ptr<Operators> operators_;
};

// "planned" and so on, as format and tables write them; false if `name` is none.
bool modality_of(std::string_view name, Modality& modality);

}  // namespace coranto::note
