// Whole packages that are damaged or of another architecture: refused with file and reason, or of use; never a crash.
#include "label/package.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "label/label.h"
#include "rooted.h"

namespace coranto::label {
namespace {

namespace fs = std::filesystem;

const std::string kind[] = {"sm", "md"};

std::string installed(const std::string& name) { return rooted("/.deps/en_core_web_") + name; }

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// A copy of an installed package, of links, of which one file at a time is another.
class PackageTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(installed("sm")) || !fs::exists(installed("md"))) GTEST_SKIP() << "no models: run tools/setup.sh";
    fs::remove_all(root_);
    for (const auto& name : kind) link_package(name);
  }
  void TearDown() override { fs::remove_all(root_); }

  void link_package(const std::string& name) const {
    for (const auto& entry : fs::recursive_directory_iterator(installed(name))) {
      const auto to = fs::path(folder(name)) / fs::relative(entry.path(), installed(name));
      if (entry.is_directory()) {
        fs::create_directories(to);
      } else {
        fs::create_directories(to.parent_path());
        fs::create_symlink(entry.path(), to);
      }
    }
  }
  std::string folder(const std::string& name) const { return root_ + "/" + name; }
  void write(const std::string& name, const std::string& file, const std::string& bytes) const {
    fs::remove(folder(name) + "/" + file);
    std::ofstream(folder(name) + "/" + file, std::ios::binary) << bytes;
  }
  void restore(const std::string& name, const std::string& file) const {
    fs::remove(folder(name) + "/" + file);
    fs::create_symlink(installed(name) + "/" + file, folder(name) + "/" + file);
  }

  // Refused, with a place in `file` and `reason`.
  void expect_refused(const std::string& name, const std::string& file, const std::string& reason) const {
    const auto opened = Labeller::open(folder(name));
    ASSERT_FALSE(opened.ok()) << file << ": " << reason;
    EXPECT_EQ(opened.error().code, Code::model);
    EXPECT_EQ(opened.error().where.rfind(folder(name) + "/" + file, 0), 0u) << opened.error().text();
    EXPECT_NE(opened.error().message.find(reason), std::string::npos) << opened.error().text();
  }
  // Refused, or what comes out is a whole document.
  void expect_refused_or_of_use(const std::string& name) const {
    const auto opened = Labeller::open(folder(name));
    if (!opened.ok()) {
      EXPECT_EQ(opened.error().code, Code::model);
      EXPECT_EQ(opened.error().where.rfind(folder(name), 0), 0u) << opened.error().text();
      EXPECT_FALSE(opened.error().message.empty());
      return;
    }
    const std::string_view text = "Mr. Chirac didn't say on Monday: the U.N. talks (in Geneva) go on.";
    const Document document = opened->label(text);
    ASSERT_FALSE(document.tokens.empty());
    EXPECT_EQ(document.tokens.back().span.end, text.size());
    for (const Token& token : document.tokens) EXPECT_LT(token.head, document.tokens.size());
  }

  const std::string root_ = testing::TempDir() + "coranto_packages_" + std::to_string(::getpid());
};

const std::vector<std::string> needed = {"config.cfg",
                                         "meta.json",
                                         "tokenizer",
                                         "attribute_ruler/patterns",
                                         "lemmatizer/lookups/lookups.bin",
                                         "tok2vec/model",
                                         "tagger/model",
                                         "tagger/cfg",
                                         "parser/model",
                                         "parser/moves",
                                         "parser/cfg",
                                         "ner/model",
                                         "ner/moves",
                                         "ner/cfg",
                                         "vocab/lookups.bin"};
const std::vector<std::string> needed_by_vectors = {"vocab/vectors", "vocab/key2row", "vocab/vectors.cfg"};

// In `file` each `from` becomes `to`; refused with a place in `named` (`file` itself where null) and `reason`.
struct Edit {
  const char *package, *file, *from, *to, *named, *reason;
};

const Edit edits[] = {
    {"sm", "meta.json", "\"lang\":\"en\"", "\"lang\":\"de\"", nullptr, "language \"de\""},
    {"sm", "meta.json", "\"spacy_version\":\">=3.7", "\"spacy_version\":\">=3.6", nullptr, "not for 3.7 or 3.8"},
    {"sm", "config.cfg", "lang = \"en\"", "lang = \"nl\"", nullptr, "nlp.lang"},
    {"sm", "config.cfg", "\"parser\",\"senter\",", "\"senter\",", nullptr, "no parser"},
    {"sm", "config.cfg", "disabled = [\"senter\"]", "disabled = []", nullptr, "a senter"},
    {"sm", "config.cfg", "disabled = [\"senter\"]", "disabled = [\"senter\",\"ner\"]", nullptr, "no ner"},
    {"sm", "config.cfg", "[\"tok2vec\",", "[\"transformer\",", nullptr, "no tok2vec"},
    {"sm", "config.cfg", "\"lemmatizer\",\"ner\"]", "\"lemmatizer\",\"ner\",\"entity_linker\"]", nullptr,
     "entity_linker"},
    {"sm", "config.cfg", "\"attribute_ruler\",\"lemmatizer\",\"ner\"", "\"ner\",\"attribute_ruler\",\"lemmatizer\"",
     nullptr, "order"},
    {"sm", "config.cfg", "factory = \"parser\"", "factory = \"beam_parser\"", nullptr, "beam_parser"},
    {"sm", "config.cfg", "mode = \"rule\"", "mode = \"lookup\"", nullptr, "lookup"},
    {"sm", "config.cfg", "spacy.Tokenizer.v1", "spacy.Another.v1", nullptr, "spacy.Another.v1"},
    {"sm", "config.cfg", "spacy.MultiHashEmbed.v2", "spacy.CharacterEmbed.v2", nullptr, "spacy.CharacterEmbed.v2"},
    {"sm", "config.cfg", "spacy.MaxoutWindowEncoder.v2", "spacy.MishWindowEncoder.v2", nullptr,
     "spacy.MishWindowEncoder.v2"},
    {"sm", "config.cfg", "spacy.TransitionBasedParser.v2", "spacy.TransitionBasedParser.v1", nullptr,
     "TransitionBasedParser.v1"},
    {"sm", "config.cfg", "spacy.Tok2VecListener.v1", "spacy-transformers.TransformerListener.v1", nullptr,
     "TransformerListener"},
    {"sm", "config.cfg", "extra_state_tokens = false", "extra_state_tokens = true", nullptr, "extra_state_tokens"},
    {"sm", "config.cfg", "[nlp]", "nlp", nullptr, "neither [section] nor key = value"},
    {"sm", "config.cfg", "\"SPACY\",\"IS_SPACE\"]", "\"IS_SPACE\",\"SPACY\"]", "tok2vec/model", "attributes"},
    {"sm", "config.cfg", "2500,50,50]", "2500,50,60]", "tok2vec/model", "rows"},
    {"sm", "config.cfg", "depth = 4", "depth = 5", "tok2vec/model", "depth 5 in config.cfg, 4 here"},
    {"sm", "config.cfg", "window_size = 1", "window_size = 2", "tok2vec/model", "window size"},
    {"sm", "config.cfg", "use_upper = true", "use_upper = false", "parser/model", "upper layers"},
    {"sm", "config.cfg", "hidden_width = 64", "hidden_width = 65", "parser/model",
     "hidden width 65 in config.cfg, 64 here"},
    {"md", "config.cfg", "include_static_vectors = true", "include_static_vectors = false", "tok2vec/model",
     "word vectors are missing"},
    {"sm", "config.cfg", "include_static_vectors = false", "include_static_vectors = true", "vocab/vectors",
     "not a whole float32 matrix"},
    {"sm", "parser/cfg", "\"beam_width\":1", "\"beam_width\":4", nullptr, "beam search"},
    {"sm", "tagger/cfg", "\"VBD\",", "", "tagger/model", "softmax"},
    {"sm", "ner/moves", "PERSON", "PERS\xFFN", nullptr, "no moves"},
    {"sm", "parser/moves", "{\"0\"", "<\"0\"", nullptr, "no moves"},
    {"md", "vocab/vectors.cfg", "default", "floret", nullptr, "another kind"},
    {"md", "vocab/vectors", "(20000, 300)", "(20001, 300)", nullptr, "not a whole float32 matrix"},
    {"md", "vocab/vectors", "(20000, 300)", "(10000, 600)", "vocab/key2row", "beyond the table"},
    {"md", "vocab/vectors", "(20000, 300)", "(40000, 150)", "tok2vec/model", "static_vectors"},
    {"md", "vocab/vectors", "<f4", "<f8", nullptr, "not a whole float32 matrix"},
};

std::string edited(std::string text, const Edit& edit) {
  const std::string from = edit.from, to = edit.to;
  size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << edit.file << " has no " << edit.from;
  for (; at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

}  // namespace

TEST_F(PackageTest, AMissingFileIsNamed) {
  for (const auto& name : kind) {
    auto files = needed;
    if (name == "md") files.insert(files.end(), needed_by_vectors.begin(), needed_by_vectors.end());
    for (const auto& file : files) {
      if (file == "vocab/lookups.bin") continue;  // a package without norms has none
      fs::remove(folder(name) + "/" + file);
      expect_refused(name, file, "No such file");
      restore(name, file);
    }
  }
}

TEST_F(PackageTest, AFileCutShortIsNamed) {
  for (const auto& name : kind) {
    auto files = needed;
    if (name == "md") files.insert(files.end(), needed_by_vectors.begin(), needed_by_vectors.end());
    for (const auto& file : files) {
      const std::string whole = bytes_of(folder(name) + "/" + file);
      for (const size_t eighths : {0, 1, 4, 7}) {
        write(name, file, whole.substr(0, whole.size() * eighths / 8));
        if (file == "config.cfg" && eighths > 1) {
          expect_refused_or_of_use(name);
        } else {
          expect_refused(name, file, "");
        }
      }
      restore(name, file);
    }
  }
}

TEST_F(PackageTest, AnotherArchitectureIsNamed) {
  for (const Edit& edit : edits) {
    write(edit.package, edit.file, edited(bytes_of(folder(edit.package) + "/" + edit.file), edit));
    expect_refused(edit.package, edit.named ? edit.named : edit.file, edit.reason);
    restore(edit.package, edit.file);
  }
}

TEST_F(PackageTest, SizesAndValuesThatAreNoneAreRefused) {
  const std::string file = "ner/model", whole = bytes_of(folder("sm") + "/" + file);
  const size_t size = whole.find("\x84\xA2nO\x40"), type = whole.find("<f4"), data = whole.find("data\xC6");
  ASSERT_NE(size, std::string::npos);
  ASSERT_NE(data, std::string::npos);
  for (const char* other : {"\xC0", "\x00", "\xFF", "\x41"}) {  // nil, 0, -1, 65
    std::string changed = whole;
    changed[size + 4] = *other;
    write("sm", file, changed);
    expect_refused("sm", file, "");
  }
  std::string changed = whole;
  changed.replace(type, 3, "<f8");
  write("sm", file, changed);
  expect_refused("sm", file, "expected size");
  changed = whole;
  changed.replace(data + 9, 4, std::string("\x00\x00\xC0\x7F", 4));  // NaN, behind the key and five bytes of size
  write("sm", file, changed);
  expect_refused("sm", file, "no number");
}

TEST_F(PackageTest, FlippedBytesAreRefusedOrOfUse) {
  std::mt19937 random(1);
  for (const auto& name : kind) {
    auto files = needed;
    if (name == "md") files = needed_by_vectors;
    for (const auto& file : files) {
      const std::string whole = bytes_of(folder(name) + "/" + file);
      for (int round = 0; round < 6; ++round) {
        std::string changed = whole;
        const size_t reach = round % 2 ? whole.size() : std::min<size_t>(whole.size(), 600);  // where the structure is
        for (int i = 0; i < 1 + round; ++i) changed[random() % reach] ^= static_cast<char>(1 << random() % 8);
        write(name, file, changed);
        expect_refused_or_of_use(name);
      }
      restore(name, file);
    }
  }
}

}  // namespace coranto::label
