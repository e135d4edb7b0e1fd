#include "label/network.h"

#include <algorithm>
#include <mutex>
#include <optional>

#include "label/config.h"
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

Result<void> check_architectures(const Config& config, const std::string& folder) {
  const auto pipeline = config.list("nlp.pipeline");
  const std::pair<const char*, const char*> wanted[] = {{"tok2vec", "spacy.Tok2Vec.v2"},
                                                        {"tagger", "spacy.Tagger.v2"},
                                                        {"parser", "spacy.TransitionBasedParser.v2"},
                                                        {"ner", "spacy.TransitionBasedParser.v2"}};
  for (const auto& [component, architecture] : wanted) {
    const std::string key = "components." + std::string(component) + ".model.@architectures";
    if (std::find(pipeline.begin(), pipeline.end(), component) == pipeline.end()) {
      return Error{Code::model, "the pipeline has no " + std::string(component), folder + "/config.cfg"};
    }
    if (config.text(key) != architecture) {
      return Error{Code::model, key + " is \"" + std::string(config.text(key)) + "\", not \"" + architecture + "\"",
                   folder + "/config.cfg"};
    }
  }
  return {};
}

// The tok2vec of a component: none where it listens to the shared one.
Result<std::optional<Tok2Vec>> own_tok2vec(ModelFile& file, const std::shared_ptr<const WordVectors>& words) {
  if (!file.named("tok2vec-listener").empty()) return std::optional<Tok2Vec>();
  Tok2Vec tok2vec(file, words);
  if (auto read = file.status(); !read) return read.error();
  return std::optional<Tok2Vec>(std::move(tok2vec));
}

}  // namespace

struct Network::Parts {
  Tok2Vec shared;
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
  const float* rows = shared.encode(documents, scratch.tok2vec);
  const auto parse = [&](size_t i, TokenVectors& vectors) {
    parser.parse(vectors, documents[i], scratch.parser, out[i]);
  };
  for_each_document(documents, shared, rows, [&](size_t i, TokenVectors& vectors) {
    out[i].tag.resize(documents[i].size());
    tagger.tag(vectors, scratch.scores, out[i].tag);
    if (!for_parser) parse(i, vectors);
  });
  if (for_parser) for_each_document(documents, *for_parser, for_parser->encode(documents, scratch.tok2vec), parse);
  const Tok2Vec& tok2vec = for_names ? *for_names : shared;
  if (for_names || for_parser) rows = tok2vec.encode(documents, scratch.tok2vec);
  for_each_document(documents, tok2vec, rows,
                    [&](size_t i, TokenVectors& vectors) { names.find(vectors, documents[i], scratch.names, out[i]); });
}

void Network::Parts::analyse_long(const std::vector<Features>& document, Analysis& out, Scratch& scratch) const {
  out.tag.resize(document.size());
  const auto tag = [&](size_t first, size_t count, const float* rows) {
    TokenVectors ready(rows, shared.width());
    tagger.tag(ready, scratch.scores, std::span(out.tag).subspan(first, count));
  };
  TokenVectors for_tags(shared, document, scratch.stretches, tag);
  if (!for_parser) parser.parse(for_tags, document, scratch.parser, out);
  for_tags.finish();
  if (for_parser) {
    TokenVectors for_tree(*for_parser, document, scratch.stretches);
    parser.parse(for_tree, document, scratch.parser, out);
  }
  TokenVectors for_entities(for_names ? *for_names : shared, document, scratch.stretches);
  names.find(for_entities, document, scratch.names, out);
}

Network::Network(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Network::Network(Network&&) noexcept = default;
Network::~Network() = default;

Result<Network> Network::open(const std::string& folder) {
  const auto config = Config::open(folder);
  if (!config) return config.error();
  if (auto fit = check_architectures(*config, folder); !fit) return fit.error();
  auto file = ModelFile::open(folder + "/tok2vec/model");
  if (!file) return file.error();
  std::shared_ptr<const WordVectors> words;
  if (!file->named("static_vectors").empty()) {
    auto opened = WordVectors::open(folder);
    if (!opened) return opened.error();
    words = std::make_shared<const WordVectors>(std::move(*opened));
  }
  Tok2Vec shared(*file, words);
  if (auto read = file->status(); !read) return read.error();
  auto tagger = Tagger::open(folder + "/tagger", shared.width());
  if (!tagger) return tagger.error();
  auto parser_file = ModelFile::open(folder + "/parser/model");
  if (!parser_file) return parser_file.error();
  auto for_parser = own_tok2vec(*parser_file, words);
  if (!for_parser) return for_parser.error();
  auto parser = Parser::open(folder + "/parser", *parser_file, *for_parser ? (*for_parser)->width() : shared.width());
  if (!parser) return parser.error();
  auto names_file = ModelFile::open(folder + "/ner/model");
  if (!names_file) return names_file.error();
  auto for_names = own_tok2vec(*names_file, words);
  if (!for_names) return for_names.error();
  auto names = Names::open(folder + "/ner", *names_file, *for_names ? (*for_names)->width() : shared.width());
  if (!names) return names.error();
  return Network(std::unique_ptr<Parts>(new Parts{std::move(shared), std::move(*tagger), std::move(*for_parser),
                                                  std::move(*parser), std::move(*for_names), std::move(*names)}));
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
