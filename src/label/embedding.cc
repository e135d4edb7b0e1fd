#include "label/embedding.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

namespace coranto::label {
namespace {

constexpr uint32_t cached_lexemes = 1 << 16;
constexpr size_t most_attributes = 6;
constexpr std::string_view names[] = {"NORM",  "PREFIX",   "SUFFIX", "SHAPE",  // as Attribute numbers them
                                      "SPACY", "IS_SPACE", "ORTH",   "LOWER"};
constexpr size_t block = 64;  // lexemes mixed at once

// MurmurHash3_x86_128 as thinc (backends/numpy_ops.pyx) has it for one 64-bit key.
std::array<uint32_t, 4> hash(uint64_t id, uint32_t seed) {
  uint64_t h1 = id * 0x87c37b91114253d5u;
  h1 = (h1 << 31 | h1 >> 33) * 0x4cf5ad432745937fu;
  h1 ^= seed ^ 8u;
  uint64_t h2 = seed ^ 8u;
  h1 += h2;
  h2 += h1;
  for (uint64_t* h : {&h1, &h2}) {
    *h = (*h ^ *h >> 33) * 0xff51afd7ed558ccdu;
    *h = (*h ^ *h >> 33) * 0xc4ceb9fe1a85ec53u;
    *h ^= *h >> 33;
  }
  h1 += h2;
  h2 += h1;
  return {static_cast<uint32_t>(h1), static_cast<uint32_t>(h1 >> 32), static_cast<uint32_t>(h2),
          static_cast<uint32_t>(h2 >> 32)};
}

// Adds floats that lie anywhere.
void add(const char* from, size_t count, float* to) {
  for (size_t i = 0; i < count; ++i) {
    float value;
    std::memcpy(&value, from + i * sizeof(float), sizeof(float));
    to[i] += value;
  }
}

}  // namespace

Embedding::Embedding(ModelFile& file, std::shared_ptr<const WordVectors> words)
    : file_(file.mapped()), words_(std::move(words)), cache_(0, 1) {
  read_tables(file);
  if (file.status().ok()) read_projection(file);
  if (file.status().ok()) read_mix(file);
  if (file.status().ok()) cache_ = LexemeCache(cached_lexemes, width_);
}

void Embedding::read_tables(ModelFile& file) {
  const auto extractors = file.named("extract_features"), layers = file.named("hashembed");
  if (extractors.size() != 1 || layers.empty()) return file.fail("tok2vec is no MultiHashEmbed");
  const auto columns = file.texts(extractors[0], "columns");
  if (columns.size() != layers.size() || columns.size() > most_attributes) {
    return file.fail("no table for each attribute, or more than six");
  };
  for (const Layer& layer : layers) {
    const size_t column = tables_.size();
    if (file.number(layer, "column") != static_cast<int64_t>(column)) return file.fail("tables out of order");
    const std::string_view name = columns[column];
    const auto* found = std::find(std::begin(names), std::end(names), name);
    if (found == std::end(names)) return file.fail("embeds the unknown attribute \"" + std::string(name) + "\"");
    Table table{static_cast<Attribute>(found - names), static_cast<uint32_t>(file.number(layer, "seed")),
                file.dim(layer, "nV")};
    if (column > 0 && file.dim(layer, "nO") != width_) return file.fail("tables of several widths");
    width_ = file.dim(layer, "nO");
    table.floats = file.stored(layer, "E", {table.rows, width_});
    tables_.push_back(table);
  }
}

void Embedding::read_projection(ModelFile& file) {
  const auto layers = file.named("static_vectors");
  if (layers.empty()) return words_.reset();
  if (!words_) return file.fail("the model's word vectors are missing");
  const Floats weights = file.param(layers[0], "W", {width_, words_->width()});
  if (file.status().ok()) projection_ = pack(kernels(), weights.data(), nullptr, width_, 1, words_->width());
}

void Embedding::read_mix(ModelFile& file) {
  const auto layers = file.named("maxout"), norms = file.named("layernorm");
  if (layers.empty() || norms.empty()) return file.fail("the embedding has no mixing layer");
  const uint32_t inputs = file.dim(layers[0], "nI"), pieces = file.dim(layers[0], "nP");
  if (width_ % 16 != 0) return file.fail("width is no multiple of 16");
  if (pieces < 2 || pieces > most_pieces) return file.fail("maxout of other than 2 or 3 pieces");
  if (inputs != (tables_.size() + (words_ ? 1 : 0)) * width_)
    return file.fail("the mixing layer does not fit the tables");
  const Floats weights = file.param(layers[0], "W", {width_, pieces, inputs});
  const Floats bias = file.param(layers[0], "b", {width_, pieces});
  gain_ = file.param(norms[0], "G", {width_});
  bias_ = file.param(norms[0], "b", {width_});
  if (file.status().ok()) mix_ = pack(kernels(), weights.data(), bias.data(), width_, pieces, inputs);
}

std::vector<std::string> Embedding::attributes() const {
  std::vector<std::string> out;
  for (const Table& table : tables_) out.emplace_back(names[static_cast<size_t>(table.attribute)]);
  return out;
}

std::vector<uint32_t> Embedding::rows() const {
  std::vector<uint32_t> out;
  for (const Table& table : tables_) out.push_back(table.rows);
  return out;
}

LexemeCache::Key Embedding::key(const Features& token) const {
  LexemeCache::Key key{};
  if (words_) key.back() = token.orth;
  for (size_t i = 0; i < tables_.size(); ++i) {
    switch (tables_[i].attribute) {
      case Attribute::norm:
        key[i] = token.norm;
        break;
      case Attribute::prefix:
        key[i] = token.prefix;
        break;
      case Attribute::suffix:
        key[i] = token.suffix;
        break;
      case Attribute::shape:
        key[i] = token.shape;
        break;
      case Attribute::space_after:
        key[i] = token.space_after;
        break;
      case Attribute::is_space:
        key[i] = token.is_space;
        break;
      case Attribute::orth:
        key[i] = token.orth;
        break;
      case Attribute::lower:
        key[i] = token.lower;
        break;
    }
  }
  return key;
}

void Embedding::look_up(const Features& token, float* joined) const {
  const LexemeCache::Key ids = key(token);
  for (size_t i = 0; i < tables_.size(); ++i, joined += width_) {
    std::fill_n(joined, width_, 0.0f);
    for (uint32_t number : hash(ids[i], tables_[i].seed)) {
      add(tables_[i].floats + size_t{number % tables_[i].rows} * width_ * sizeof(float), width_, joined);
    }
  }
}

// The words' vectors, projected, to the end of each row of scratch.joined; zeros for a word without one.
void Embedding::project(std::span<const Features> tokens, const uint32_t* missing, size_t count,
                        Scratch& scratch) const {
  scratch.words.resize(block * words_->width());
  scratch.projected.resize(block * projection_.written);
  scratch.words.clear();
  std::array<bool, block> known;
  for (size_t i = 0; i < count; ++i) {
    known[i] = words_->copy(tokens[missing[i]].orth, scratch.words.data() + i * words_->width());
  }
  kernels().affine(projection_, scratch.words.data(), words_->width(), count, scratch.projected.data(),
                   projection_.written);
  for (size_t i = 0; i < count; ++i) {
    float* end = scratch.joined.data() + (i + 1) * mix_.inputs - width_;
    if (known[i]) {
      std::copy_n(scratch.projected.data() + i * projection_.written, width_, end);
    } else {
      std::fill_n(end, width_, 0.0f);
    }
  }
}

void Embedding::compute(std::span<const Features> tokens, const uint32_t* missing, size_t count, float* out,
                        Scratch& scratch) const {
  scratch.joined.resize(block * mix_.inputs);
  scratch.mixed.resize(block * width_);
  for (size_t i = 0; i < count; ++i) look_up(tokens[missing[i]], scratch.joined.data() + i * mix_.inputs);
  if (words_) project(tokens, missing, count, scratch);
  kernels().affine(mix_, scratch.joined.data(), mix_.inputs, count, scratch.mixed.data(), width_);
  kernels().normalize(scratch.mixed.data(), count, width_, gain_.data(), bias_.data(), nullptr);
  for (size_t i = 0; i < count; ++i) {
    const float* vector = scratch.mixed.data() + i * width_;
    std::copy_n(vector, width_, out + size_t{missing[i]} * width_);
    const LexemeCache::Key lexeme = key(tokens[missing[i]]);
    cache_.full() ? scratch.recent.insert(this, lexeme, vector, width_) : cache_.insert(lexeme, vector);
  }
}

void Embedding::embed(std::span<const Features> tokens, float* out, Scratch& scratch) const {
  scratch.missing.clear();
  for (size_t i = 0; i < tokens.size(); ++i) {
    const LexemeCache::Key lexeme = key(tokens[i]);
    const float* known = cache_.find(lexeme);
    if (!known) known = scratch.recent.find(this, lexeme);
    if (known) {
      std::copy_n(known, width_, out + i * width_);
    } else {
      scratch.missing.push_back(static_cast<uint32_t>(i));
    }
  }
  for (size_t first = 0; first < scratch.missing.size(); first += block) {
    compute(tokens, scratch.missing.data() + first, std::min(block, scratch.missing.size() - first), out, scratch);
  }
}

}  // namespace coranto::label
