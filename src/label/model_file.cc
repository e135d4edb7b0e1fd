#include "label/model_file.h"

#include <functional>
#include <numeric>

namespace coranto::label {

using msgpack::Kind;
using msgpack::Tree;
using msgpack::Value;

namespace {

// Of floats that lie anywhere; infinite ones and NaN have all bits of the exponent.
bool all_finite(std::string_view bytes) {
  constexpr uint32_t exponent = 0x7F800000;
  uint32_t faults = 0;
  for (size_t i = 0; i + sizeof(float) <= bytes.size(); i += sizeof(float)) {
    uint32_t bits;
    std::memcpy(&bits, bytes.data() + i, sizeof bits);
    faults |= (bits & exponent) == exponent;
  }
  return faults == 0;
}

}  // namespace

Result<ModelFile> ModelFile::open(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return Error{Code::model, file.error().message, path};
  auto tree = Tree::parse(file->bytes(), path);
  if (!tree) return Error{Code::model, tree.error().message, tree.error().where};
  ModelFile model(std::move(*file), std::move(*tree), path);
  if (!model.read_layers()) return Error{Code::model, "not a thinc model", path};
  return model;
}

bool ModelFile::read_layers() {
  const Value root = tree_.root();
  const Value nodes = root["nodes"], attrs = root["attrs"], params = root["params"];
  if (nodes.size() == 0 || nodes.size() != attrs.size() || nodes.size() != params.size()) return false;
  if (!nodes.is(Kind::array) || !attrs.is(Kind::array) || !params.is(Kind::array)) return false;
  auto attr = attrs.items().begin();
  auto param = params.items().begin();
  for (Value node : nodes.items()) {
    layers_.push_back({layers_.size(), node["name"].text(), node["dims"], node["refs"], *attr, *param});
    ++attr;
    ++param;
  }
  read_.assign(layers_.size(), false);
  return true;
}

std::vector<Layer> ModelFile::named(std::string_view name) const {
  std::vector<Layer> found;
  for (const Layer& layer : layers_) {
    if (layer.name == name) found.push_back(layer);
  }
  return found;
}

Layer ModelFile::referred(const Layer& layer, const char* name) {
  const auto at = layer.refs[name].unsigned_integer();
  if (layer.refs[name].is(Kind::integer) && at < layers_.size()) return layers_[at];
  fail(std::string(layer.name) + " refers to no " + name);
  return layers_[0];
}

uint32_t ModelFile::dim(const Layer& layer, const char* name) {
  const int64_t size = layer.dims[name].integer();
  if (size >= 1 && size <= 1 << 24) return static_cast<uint32_t>(size);
  fail(std::string(layer.name) + " has no size " + name);
  return 1;
}

int64_t ModelFile::number(const Layer& layer, const char* attr) {
  const auto tree = Tree::parse(layer.attrs[attr].text(), attr);
  if (tree.ok() && tree->root().is(Kind::integer)) return tree->root().integer();
  fail(std::string(layer.name) + " has no number " + attr);
  return 0;
}

bool ModelFile::flag(const Layer& layer, const char* attr) {
  const auto tree = Tree::parse(layer.attrs[attr].text(), attr);
  if (tree.ok() && tree->root().is(Kind::boolean)) return tree->root().boolean();
  fail(std::string(layer.name) + " has no flag " + attr);
  return false;
}

std::vector<std::string> ModelFile::texts(const Layer& layer, const char* attr) {
  std::vector<std::string> texts;
  const auto tree = Tree::parse(layer.attrs[attr].text(), attr);
  if (tree.ok()) {
    for (Value item : tree->root().items()) texts.emplace_back(item.text());
  }
  if (texts.empty()) fail(std::string(layer.name) + " has no list " + attr);
  return texts;
}

const char* ModelFile::stored(const Layer& layer, const char* name, std::initializer_list<uint32_t> shape) {
  const Value array = layer.params[name];
  if (layer.number < read_.size()) read_[layer.number] = true;
  uint64_t count = 1;
  bool fits = array["type"].text() == "<f4" && array["shape"].size() == shape.size();
  auto size = array["shape"].items().begin();
  for (uint32_t wanted : shape) {
    count *= wanted;
    fits = fits && (*size).integer() == wanted && count <= UINT32_MAX;
    if (!fits) break;
    ++size;
  }
  const std::string_view bytes = array["data"].text();
  if (fits && bytes.size() == count * sizeof(float)) {
    if (!all_finite(bytes))
      fail(std::string(layer.name) + " has a parameter " + name + " with a value that is no number");
    return bytes.data();
  }
  fail(std::string(layer.name) + " has no parameter " + name + " of the expected size");
  return nullptr;
}

Floats ModelFile::param(const Layer& layer, const char* name, std::initializer_list<uint32_t> shape) {
  const char* bytes = stored(layer, name, shape);
  if (!bytes) return {};
  Floats floats(std::accumulate(shape.begin(), shape.end(), size_t{1}, std::multiplies<>()));
  std::memcpy(floats.data(), bytes, floats.size() * sizeof(float));
  return floats;
}

void ModelFile::fail(const std::string& reason) {
  if (fault_.empty()) fault_ = reason;
}

void ModelFile::expect_all_read() {
  for (const Layer& layer : layers_) {
    if (read_[layer.number]) continue;
    for (const auto [name, array] : layer.params.pairs()) {
      if (!array.is(Kind::nil)) return fail("layer " + std::string(layer.name) + " belongs to another architecture");
    }
  }
}

Result<void> ModelFile::status() const {
  if (fault_.empty()) return {};
  return Error{Code::model, fault_, path_};
}

}  // namespace coranto::label
