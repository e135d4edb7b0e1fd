#include "label/network.h"

#include <mutex>
#include <optional>

#include "label/architecture.h"
#include "label/names.h"
#include "label/parser.h"
#include "label/tagger.h"
#include "label/tok2vec.h"
#include "label/token_vectors.h"

namespace coranto::label {
namespace {

// Documents are taken together until they have so many tokens: enough for full tiles, few enough to stay in the cache.
constexpr size_t group_tokens = 512;

// A longer document is encoded as it is read.
constexpr size_t longest_whole = 1 << 13;

struct Scratch {
  Tok2Vec::Scratch tok2vec;
  TokenVectors::Scratch stretches;
  Floats scores;
  Parser::Scratch parser;
  Names::Scratch names;
};

// Lends each running call its own buffers; a call takes and gives once.
class Scratches {
 public:
  std::unique_ptr<Scratch> take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return std::make_unique<Scratch>();
    auto scratch = std::move(free_.back());
    free_.pop_back();
    return scratch;
  }
  void give(std::unique_ptr<Scratch> scratch) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(scratch));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<Scratch>> free_;
};

// A component's file and token vectors.
struct Source {
  ModelFile file;
  std::optional<Tok2Vec> own;  // none where it listens to the shared one
  uint32_t width;              // of the vectors
};

Error unlike_config(const ModelFile& file, const std::string& what) { return {Code::model, what, file.path()}; }

// `shared`: null for the component that makes the shared vectors.
Result<Source> open_source(const std::string& folder, const std::string& name, const Config& config,
                           const Tok2Vec* shared, const std::shared_ptr<const WordVectors>& words,
                           Precision precision) {
  auto file = ModelFile::open(folder + "/" + name + "/model");
  if (!file) return file.error();
  const std::string section = "components." + name + ".model.tok2vec.@architectures";
  const bool listens = shared && config.text(section) == "spacy.Tok2VecListener.v1";
  if (listens != !file->named("tok2vec-listener").empty())
    return unlike_config(*file, "listens to the shared tok2vec here or in config.cfg, not in both");
  if (listens) return Source{std::move(*file), {}, shared->width()};
  Tok2Vec own(*file, words, precision);
  if (auto read = file->status(); !read) return read.error();
  const std::string wrong = difference(tok2vec_shape(config, name), own.shape());
  if (!wrong.empty()) return unlike_config(*file, wrong);
  const uint32_t width = own.width();
  return Source{std::move(*file), std::move(own), width};
}

Result<void> check_read(Source& source) {
  source.file.expect_all_read();
  return source.file.status();
}

// Of Tagger, Parser, Names.
template <typename Part>
Result<Part> open_part(const std::string& folder, const std::string& name, const Config& config, Source& source) {
  auto part = Part::open(folder + "/" + name, source.file, source.width);
  if (!part) return part.error();
  if (auto read = check_read(source); !read) return read.error();
  if constexpr (!std::is_same_v<Part, Tagger>) {
    const std::string wrong = difference(transition_shape(config, name), part->shape());
    if (!wrong.empty()) return unlike_config(source.file, wrong);
  }
  return part;
}

// The package's word vectors, null where no component has a use for them.
Result<std::shared_ptr<const WordVectors>> open_words(const std::string& folder, const Config& config) {
  bool wanted = false;
  for (const char* name : {"tok2vec", "tagger", "parser", "ner"}) wanted |= tok2vec_shape(config, name).word_vectors;
  if (!wanted) return std::shared_ptr<const WordVectors>();
  auto opened = WordVectors::open(folder);
  if (!opened) return opened.error();
  return std::make_shared<const WordVectors>(std::move(*opened));
}

}  // namespace

struct Network::Parts {
  Tok2Vec shared;
  std::optional<Tok2Vec> for_tagger;
  Tagger tagger;
  std::optional<Tok2Vec> for_parser;
  Parser parser;
  std::optional<Tok2Vec> for_names;
  Names names;
  mutable Scratches scratches = {};

  void analyse(std::span<const std::vector<Features>> documents, Analysis* out, Scratch& scratch) const;
  void analyse_long(const std::vector<Features>& document, Analysis& out, Scratch& scratch) const;
};

namespace {

// Calls `work` with each document's number and vectors.
template <typename Work>
void for_each_document(std::span<const std::vector<Features>> documents, const Tok2Vec& tok2vec, const float* rows,
                       Work work) {
  size_t row = tok2vec.padding();
  for (size_t i = 0; i < documents.size(); ++i) {
    TokenVectors vectors(rows + row * tok2vec.width(), tok2vec.width());
    work(i, vectors);
    row += documents[i].size() + tok2vec.padding();
  }
}

}  // namespace

void Network::Parts::analyse(std::span<const std::vector<Features>> documents, Analysis* out, Scratch& scratch) const {
  const Tok2Vec* encoded = nullptr;
  const float* rows = nullptr;
  const auto for_each = [&](const std::optional<Tok2Vec>& own, const auto& work) {
    const Tok2Vec& tok2vec = own ? *own : shared;
    if (&tok2vec != encoded) rows = tok2vec.encode(documents, scratch.tok2vec);
    encoded = &tok2vec;
    for_each_document(documents, tok2vec, rows, work);
  };
  for_each(for_tagger, [&](size_t i, TokenVectors& vectors) {
    out[i].tag.resize(documents[i].size());
    tagger.tag(vectors, scratch.scores, out[i].tag);
  });
  for_each(for_parser,
           [&](size_t i, TokenVectors& vectors) { parser.parse(vectors, documents[i], scratch.parser, out[i]); });
  for_each(for_names,
           [&](size_t i, TokenVectors& vectors) { names.find(vectors, documents[i], scratch.names, out[i]); });
}

void Network::Parts::analyse_long(const std::vector<Features>& document, Analysis& out, Scratch& scratch) const {
  out.tag.resize(document.size());
  const auto tag = [&](size_t first, size_t count, const float* rows) {
    TokenVectors ready(rows, (for_tagger ? *for_tagger : shared).width());
    tagger.tag(ready, scratch.scores, std::span(out.tag).subspan(first, count));
  };
  const bool together = !for_tagger && !for_parser;
  TokenVectors for_tags(for_tagger ? *for_tagger : shared, document, scratch.stretches, tag);
  if (together) parser.parse(for_tags, document, scratch.parser, out);
  for_tags.finish();
  if (!together) {
    TokenVectors for_tree(for_parser ? *for_parser : shared, document, scratch.stretches);
    parser.parse(for_tree, document, scratch.parser, out);
  }
  scratch.parser = {};  // as long as the text
  TokenVectors for_entities(for_names ? *for_names : shared, document, scratch.stretches);
  names.find(for_entities, document, scratch.names, out);
}

Network::Network(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Network::Network(Network&&) noexcept = default;
Network::~Network() = default;

Result<Network> Network::open(const std::string& folder, Precision precision) {
  if (auto known = check_kernels(); !known) return known.error();
  const auto config = Config::open(folder);
  if (!config) return config.error();
  if (auto fit = check_architecture(*config, folder + "/config.cfg"); !fit) return fit.error();
  const auto words = open_words(folder, *config);
  if (!words) return words.error();
  auto shared = open_source(folder, "tok2vec", *config, nullptr, *words, precision);
  if (!shared) return shared.error();
  if (auto read = check_read(*shared); !read) return read.error();
  std::vector<Source> sources;
  for (const char* name : {"tagger", "parser", "ner"}) {
    auto source = open_source(folder, name, *config, &*shared->own, *words, precision);
    if (!source) return source.error();
    sources.push_back(std::move(*source));
  }
  auto tagger = open_part<Tagger>(folder, "tagger", *config, sources[0]);
  if (!tagger) return tagger.error();
  auto parser = open_part<Parser>(folder, "parser", *config, sources[1]);
  if (!parser) return parser.error();
  auto names = open_part<Names>(folder, "ner", *config, sources[2]);
  if (!names) return names.error();
  return Network(std::unique_ptr<Parts>(new Parts{std::move(*shared->own), std::move(sources[0].own),
                                                  std::move(*tagger), std::move(sources[1].own), std::move(*parser),
                                                  std::move(sources[2].own), std::move(*names)}));
}

std::vector<Analysis> Network::analyse(std::span<const std::vector<Features>> documents) const {
  std::vector<Analysis> out(documents.size());
  auto scratch = parts_->scratches.take();
  for (size_t first = 0; first < documents.size();) {
    size_t last = first, tokens = 0;
    while (last < documents.size() && (last == first || tokens + documents[last].size() <= group_tokens)) {
      tokens += documents[last++].size();
    }
    if (tokens > longest_whole) {
      parts_->analyse_long(documents[first], out[first], *scratch);
    } else {
      parts_->analyse(documents.subspan(first, last - first), &out[first], *scratch);
    }
    first = last;
  }
  parts_->scratches.give(std::move(scratch));
  return out;
}

const std::vector<std::string>& Network::tags() const { return parts_->tagger.labels(); }
const std::vector<std::string>& Network::deps() const { return parts_->parser.labels(); }
const std::vector<std::string>& Network::entities() const { return parts_->names.labels(); }

}  // namespace coranto::label
