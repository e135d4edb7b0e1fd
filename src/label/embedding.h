// A lexeme's vector before it has seen its neighbours: spaCy's MultiHashEmbed.
//
// Each attribute's id is hashed to four rows of that attribute's table, which are summed ("hash embeddings", Svenstrup
// et al. 2017); the sums stand side by side, behind them a projection of the word's own vector where the model has such
// vectors, and a maxout layer with normalisation mixes them to one vector. The result depends on the attributes alone,
// so it is computed once a lexeme.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "label/features.h"
#include "label/kernels.h"
#include "label/lexeme_cache.h"
#include "label/model_file.h"
#include "label/recent_lexemes.h"
#include "label/word_vectors.h"

namespace coranto::label {

class Embedding {
 public:
  // Buffers of one worker, reused from call to call.
  struct Scratch {
    Floats joined, mixed, words, projected;
    std::vector<uint32_t> missing;
    RecentLexemes recent;
  };

  // From the layers of a tok2vec. Faults go to `file`. `words`: null for a model that has no use for them.
  Embedding(ModelFile& file, std::shared_ptr<const WordVectors> words);

  uint32_t width() const { return width_; }

  // The names of the attributes, and the rows of each one's table.
  std::vector<std::string> attributes() const;
  std::vector<uint32_t> rows() const;
  bool has_words() const { return words_ != nullptr; }

  // Writes the vector of each token to its row of `out` (dense, `width` wide).
  void embed(std::span<const Features> tokens, float* out, Scratch& scratch) const;

 private:
  enum class Attribute { norm, prefix, suffix, shape, space_after, is_space, orth, lower };
  struct Table {
    Attribute attribute;
    uint32_t seed = 0;
    uint32_t rows = 1;
    const char* floats = nullptr;  // in file_, not aligned
  };

  void read_tables(ModelFile& file);
  void read_projection(ModelFile& file);
  void read_mix(ModelFile& file);
  LexemeCache::Key key(const Features& token) const;
  void look_up(const Features& token, float* joined) const;
  void project(std::span<const Features> tokens, const uint32_t* missing, size_t count, Scratch& scratch) const;
  void compute(std::span<const Features> tokens, const uint32_t* missing, size_t count, float* out,
               Scratch& scratch) const;

  uint32_t width_ = 0;
  std::shared_ptr<const MappedFile> file_;
  std::vector<Table> tables_;
  std::shared_ptr<const WordVectors> words_;  // null where the model has none
  Weights projection_, mix_;
  Floats gain_, bias_;
  mutable LexemeCache cache_;
};

}  // namespace coranto::label
