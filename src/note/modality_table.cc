#include "base/tsv.h"
#include "note/modality.h"
#include "note/modality_operators.h"

namespace coranto::note {

ModalityTable::ModalityTable(std::unique_ptr<Operators> operators) : operators_(std::move(operators)) {}
ModalityTable::ModalityTable(ModalityTable&&) noexcept = default;
ModalityTable& ModalityTable::operator=(ModalityTable&&) noexcept = default;
ModalityTable::~ModalityTable() = default;

bool modality_of(std::string_view name, Modality& modality) {
  static constexpr std::string_view names[] = {"happened",   "planned",  "ordered",      "urged",
                                               "threatened", "possible", "hypothetical", "unclear"};
  for (size_t i = 0; i < std::size(names); ++i) {
    if (names[i] != name) continue;
    modality = static_cast<Modality>(i);
    return true;
  }
  return false;
}

Result<ModalityTable> ModalityTable::open(const std::string& folder) {
  auto table = Table::read(folder + "/modality.tsv");
  if (!table) return table.error();
  size_t column[5];
  const std::string_view names[] = {"word", "role", "link", "modality", "polarity"};
  for (size_t i = 0; i < 5; ++i) {
    auto number = table->column(names[i]);
    if (!number) return number.error();
    column[i] = *number;
  }
  auto operators = std::make_unique<Operators>();
  for (size_t r = 0; r < table->size(); ++r) {
    const auto& row = table->row(r);
    const auto wrong = [&](const std::string& why) {
      return Error{Code::malformed, why, table->path() + ":" + std::to_string(table->line(r))};
    };
    Effect effect;
    Modality modality;
    if (const auto& name = row[column[3]]; !name.empty()) {
      if (!modality_of(name, modality)) return wrong("unknown modality " + name);
      effect.modality = modality;
    }
    const auto& polarity = row[column[4]];
    if (!polarity.empty() && polarity != "-") return wrong("polarity is - or empty, not " + polarity);
    effect.negates = polarity == "-";
    effect.links = split(row[column[2]], ' ');
    const auto& role = row[column[1]];
    if (!is_one_of(role, {"aux", "adverb", "adjective", "mark", "embeds", "carries"}))
      return wrong("unknown role " + role);
    operators->by_role[role].emplace(row[column[0]], std::move(effect));
  }
  return ModalityTable(std::move(operators));
}

}  // namespace coranto::note
