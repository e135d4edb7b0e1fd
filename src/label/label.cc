#include "label/label.h"

namespace coranto::label {

struct Labeller::Parts { std::string name; };

Labeller::Labeller(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Labeller::Labeller(Labeller&&) noexcept = default;
Labeller::~Labeller() = default;

Result<Labeller> Labeller::open(const std::string& folder) {
  return Error{Code::model, "no model can be read yet", folder};
}

const std::string& Labeller::name() const { return parts_->name; }

Document Labeller::label(std::string_view text) const { return std::move(label(std::span(&text, 1))[0]); }

std::vector<Document> Labeller::label(std::span<const std::string_view> texts) const {
  return std::vector<Document>(texts.size());
}

}  // namespace coranto::label
