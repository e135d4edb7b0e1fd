#include "label/network.h"

namespace coranto::label {

struct Network::Parts { std::vector<std::string> tags, deps, entities; };

Network::Network(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Network::Network(Network&&) noexcept = default;
Network::~Network() = default;

Result<Network> Network::open(const std::string& folder) {
  return Error{Code::model, "no model can be read yet", folder};
}

std::vector<Analysis> Network::analyse(std::span<const std::vector<Features>> documents) const {
  return std::vector<Analysis>(documents.size());
}

const std::vector<std::string>& Network::tags() const { return parts_->tags; }
const std::vector<std::string>& Network::deps() const { return parts_->deps; }
const std::vector<std::string>& Network::entities() const { return parts_->entities; }

}  // namespace coranto::label
