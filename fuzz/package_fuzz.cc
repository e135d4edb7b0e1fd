// A model package with one damaged file is refused, or what it says can be used.
// The first byte chooses the file; the rest is its content, or, where the byte's highest bit is set, changes to the
// content that it has: four bytes where, one byte what; a last piece shorter than five bytes cuts the file.
#include <array>
#include <iterator>

#include "label/attribute_ruler.h"
#include "label/lemmatizer.h"
#include "label/moves.h"
#include "label/names.h"
#include "label/network.h"
#include "label/package.h"
#include "label/parser.h"
#include "label/tagger.h"
#include "label/tokenizer.h"
#include "label/word_vectors.h"
#include "rooted.h"
#include "scratch.h"

using namespace coranto;
using namespace coranto::label;

namespace {

namespace fs = std::filesystem;

const std::string package = rooted("/.deps/en_core_web_sm");

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string changed(std::string bytes, std::string_view changes) {
  for (; changes.size() >= 5; changes.remove_prefix(5)) {
    uint32_t at = 0;
    std::memcpy(&at, changes.data(), sizeof at);
    if (!bytes.empty()) bytes[at % bytes.size()] = changes[4];
  }
  if (!changes.empty()) bytes.resize(bytes.size() * static_cast<unsigned char>(changes[0]) / 256);
  return bytes;
}

// The package with links to its files, of which one at a time is replaced.
struct Copy {
  fuzz::Scratch scratch;

  Copy() {
    for (const auto& entry : fs::recursive_directory_iterator(package)) {
      const auto to = fs::path(scratch.folder()) / fs::relative(entry.path(), package);
      entry.is_directory() ? (void)fs::create_directories(to) : fs::create_symlink(entry.path(), to);
    }
  }
  void restore(const std::string& name) const {
    fs::remove(scratch.path(name));
    fs::create_symlink(package + "/" + name, scratch.path(name));
  }
};

std::vector<Features> some_tokens() {
  std::vector<Features> tokens(20);
  for (size_t i = 0; i < tokens.size(); ++i) tokens[i].norm = tokens[i].shape = i * 7919;
  return tokens;
}

void use_package(const std::string& folder) { (void)check_package(folder); }

void use_network(const std::string& folder) {
  const auto network = Network::open(folder);
  if (!network) return;
  const std::vector<std::vector<Features>> documents(2, some_tokens());
  for (const Analysis& analysis : network->analyse(documents)) {
    for (size_t i = 0; i < analysis.head.size(); ++i) {
      fuzz::require(analysis.head[i] < documents[0].size(), "a head beyond the end");
      fuzz::require(analysis.tag[i] < network->tags().size(), "a tag that is not there");
      fuzz::require(analysis.dep[i] < network->deps().size(), "a relation that is not there");
    }
  }
}

template <typename Part>
void use_transitions(const std::string& folder) {
  constexpr uint32_t width = 96;
  auto file = ModelFile::open(folder + "/model");
  if (!file) return;
  const auto part = Part::open(folder, *file, width);
  if (!part) return;
  const auto tokens = some_tokens();
  const Floats floats(tokens.size() * width);
  TokenVectors vectors(floats.data(), width);
  typename Part::Scratch scratch;
  Analysis analysis;
  analysis.sentence_start.assign(tokens.size(), 0);
  if constexpr (std::is_same_v<Part, Parser>) {
    part->parse(vectors, tokens, scratch, analysis);
  } else {
    part->find(vectors, tokens, scratch, analysis);
  }
}

void use_parser(const std::string& folder) { use_transitions<Parser>(folder + "/parser"); }
void use_names(const std::string& folder) { use_transitions<Names>(folder + "/ner"); }

void use_tagger(const std::string& folder) {
  auto file = ModelFile::open(folder + "/tagger/model");
  if (!file) return;
  const auto tagger = Tagger::open(folder + "/tagger", *file, 96);
  if (!tagger) return;
  const Floats floats(20 * 96);
  TokenVectors vectors(floats.data(), 96);
  Floats scores;
  std::vector<uint16_t> tags(20);
  tagger->tag(vectors, scores, tags);
  for (const uint16_t tag : tags) fuzz::require(tag < tagger->labels().size(), "a tag that is not there");
}

void use_lemmatizer(const std::string& folder) {
  const auto lemmatizer = Lemmatizer::open(folder);
  if (!lemmatizer) return;
  for (const char* pos : {"VERB", "NOUN", "ADJ", "X"}) (void)lemmatizer->lemma("Bombings", "bombings", pos, "");
}

void use_tokenizer(const std::string& folder) {
  const auto lexemes = Lexemes::open(folder, [](std::string_view, bool) { return uint16_t{0}; });
  if (!lexemes) return;
  const auto tokenizer = Tokenizer::open(folder, *lexemes);
  if (!tokenizer) return;
  Tokenizer::Room room;
  std::vector<Piece> pieces;
  const std::string_view text = "Mr. O'Neill (of \"N.A.T.O.\") didn't say: it's $5 - http://a.b/c?d …  :) 10km";
  tokenizer->tokenize(text, room, pieces);
  size_t at = 0;
  for (const Piece& piece : pieces) {
    fuzz::require(piece.span.begin == at, "a token out of its place");
    at = piece.span.end + piece.space_after;
  }
  fuzz::require(at == text.size(), "tokens that do not make up the text");
}

void use_ruler(const std::string& folder) {
  const auto ruler = AttributeRuler::open(folder, {"NN", "VBD"}, {"ROOT", "nsubj"});
  if (ruler) (void)ruler->class_of("that", false);
}

void use_vectors(const std::string& folder) {
  const auto vectors = WordVectors::open(folder);
  if (!vectors) return;
  std::vector<float> one(vectors->width());
  for (uint64_t word = 0; word < 300; ++word) (void)vectors->copy(word, one.data());
}

struct Reader {
  const char* file;
  void (*use)(const std::string& folder);
};

constexpr std::array<Reader, 16> readers = {{{"config.cfg", use_package},
                                             {"meta.json", use_package},
                                             {"tok2vec/model", use_network},
                                             {"parser/model", use_parser},
                                             {"parser/moves", use_parser},
                                             {"parser/cfg", use_parser},
                                             {"ner/model", use_names},
                                             {"ner/moves", use_names},
                                             {"tagger/model", use_tagger},
                                             {"tagger/cfg", use_tagger},
                                             {"lemmatizer/lookups/lookups.bin", use_lemmatizer},
                                             {"vocab/lookups.bin", use_tokenizer},
                                             {"tokenizer", use_tokenizer},
                                             {"attribute_ruler/patterns", use_ruler},
                                             {"vocab/vectors", use_vectors},
                                             {"vocab/key2row", use_vectors}}};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  if (size == 0 || !fs::exists(package)) return 0;  // no model here: run tools/setup.sh
  static const Copy copy;
  const auto& [file, use] = readers[bytes[0] & 15];
  const std::string_view rest = fuzz::text_of(bytes + 1, size - 1);
  copy.scratch.write(file,
                     bytes[0] & 0x80 ? changed(bytes_of(package + "/" + file), rest) : std::string(rest));
  use(copy.scratch.folder());
  copy.restore(file);
  return 0;
}
