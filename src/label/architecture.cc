#include "label/architecture.h"

#include <algorithm>

namespace coranto::label {
namespace {

const std::vector<std::string> pipeline = {"tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"};

std::string key_of(const std::string& component, const char* rest) { return "components." + component + "." + rest; }

std::string listed(const std::vector<std::string>& texts) {
  std::string out;
  for (const auto& text : texts) out.append(out.empty() ? "" : ", ").append(text);
  return out;
}

bool holds(const std::vector<std::string>& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

// Empty where the components are those that are run here, in their order.
std::string pipeline_fault(const Config& config) {
  const auto all = config.list("nlp.pipeline"), disabled = config.list("nlp.disabled");
  std::vector<std::string> active;
  std::copy_if(all.begin(), all.end(), std::back_inserter(active),
               [&](const auto& name) { return !holds(disabled, name); });
  for (const auto& name : pipeline) {
    if (!holds(active, name)) return "the pipeline has no " + name;
  }
  for (const auto& name : active) {
    if (!holds(pipeline, name)) return "the pipeline has a " + name + ", which is not known here";
  }
  return active == pipeline ? "" : "the pipeline's order is " + listed(active) + ", not " + listed(pipeline);
}

struct Wanted {
  std::string key;
  std::vector<std::string> values;  // one of these; the first is named
};

std::vector<Wanted> wanted_of_all() {
  std::vector<Wanted> wanted = {{"nlp.lang", {"en"}}, {"nlp.tokenizer.@tokenizers", {"spacy.Tokenizer.v1"}}};
  for (const auto& name : pipeline) wanted.push_back({key_of(name, "factory"), {name}});
  wanted.push_back({"components.lemmatizer.mode", {"rule"}});
  wanted.push_back({"components.lemmatizer.overwrite", {"false"}});
  wanted.push_back({"components.tok2vec.model.@architectures", {"spacy.Tok2Vec.v2", "spacy.HashEmbedCNN.v2"}});
  wanted.push_back({"components.tagger.model.@architectures", {"spacy.Tagger.v2"}});
  for (const char* name : {"parser", "ner"}) {
    wanted.push_back({key_of(name, "model.@architectures"), {"spacy.TransitionBasedParser.v2"}});
    wanted.push_back({key_of(name, "model.state_type"), {name}});
    wanted.push_back({key_of(name, "model.extra_state_tokens"), {"false"}});
  }
  return wanted;
}

// The section of a component's own tok2vec.
std::string tok2vec_section(const std::string& component) {
  return key_of(component, component == "tok2vec" ? "model" : "model.tok2vec");
}

std::vector<Wanted> wanted_of_tok2vec(const Config& config, const std::string& component) {
  const std::string section = tok2vec_section(component);
  const auto architecture = config.text(section + ".@architectures");
  if (architecture == "spacy.HashEmbedCNN.v2") return {};
  if (component != "tok2vec" && architecture == "spacy.Tok2VecListener.v1") return {};
  return {{section + ".@architectures", {"spacy.Tok2Vec.v2"}},
          {section + ".embed.@architectures", {"spacy.MultiHashEmbed.v2"}},
          {section + ".encode.@architectures", {"spacy.MaxoutWindowEncoder.v2"}}};
}

std::string fault(const Config& config, const std::vector<Wanted>& all) {
  for (const auto& [key, values] : all) {
    const std::string found(config.text(key));
    if (!holds(values, found)) return key + " is \"" + found + "\", not \"" + values[0] + "\"";
  }
  return "";
}

uint32_t size(const Config& config, const std::string& key) {
  return static_cast<uint32_t>(std::max<int64_t>(config.number(key), 0));
}

Tok2VecShape hash_embed_cnn(const Config& config, const std::string& section) {
  const uint32_t rows = size(config, section + ".embed_size");
  Tok2VecShape shape{size(config, section + ".width"),
                     size(config, section + ".depth"),
                     size(config, section + ".window_size"),
                     size(config, section + ".maxout_pieces"),
                     {"NORM"},
                     {rows},
                     config.text(section + ".pretrained_vectors") == "true"};
  if (config.text(section + ".subword_features") == "true") {
    shape.attributes = {"NORM", "PREFIX", "SUFFIX", "SHAPE"};
    shape.rows = {rows, rows / 2, rows / 2, rows / 2};
  }
  return shape;
}

template <typename Value>
std::string differing(const char* what, const Value& config, const Value& weights) {
  if (config == weights) return "";
  return std::string(what) + " " + std::to_string(config) + " in config.cfg, " + std::to_string(weights) + " here";
}

std::string first_of(std::initializer_list<std::string> texts) {
  const auto found = std::find_if(texts.begin(), texts.end(), [](const auto& text) { return !text.empty(); });
  return found == texts.end() ? "" : *found;
}

}  // namespace

Result<void> check_architecture(const Config& config, const std::string& path) {
  std::string wrong = pipeline_fault(config);
  if (wrong.empty()) wrong = fault(config, wanted_of_all());
  for (const char* component : {"tok2vec", "tagger", "parser", "ner"}) {
    if (wrong.empty()) wrong = fault(config, wanted_of_tok2vec(config, component));
  }
  if (wrong.empty()) return {};
  return Error{Code::model, wrong, path};
}

Tok2VecShape tok2vec_shape(const Config& config, const std::string& name) {
  const std::string section = tok2vec_section(name);
  if (config.text(section + ".@architectures") == "spacy.HashEmbedCNN.v2") return hash_embed_cnn(config, section);
  return {size(config, section + ".encode.width"),
          size(config, section + ".encode.depth"),
          size(config, section + ".encode.window_size"),
          size(config, section + ".encode.maxout_pieces"),
          config.list(section + ".embed.attrs"),
          config.numbers(section + ".embed.rows"),
          config.text(section + ".embed.include_static_vectors") == "true"};
}

TransitionShape transition_shape(const Config& config, const std::string& name) {
  return {size(config, key_of(name, "model.hidden_width")), size(config, key_of(name, "model.maxout_pieces")),
          config.text(key_of(name, "model.use_upper")) == "true"};
}

std::string difference(const Tok2VecShape& config, const Tok2VecShape& weights) {
  const auto rows = [](const Tok2VecShape& shape) {
    std::vector<std::string> texts;
    for (uint32_t count : shape.rows) texts.push_back(std::to_string(count));
    return listed(texts);
  };
  const auto texts = [](const char* what, const std::string& a, const std::string& b) {
    return a == b ? std::string() : std::string(what) + " " + a + " in config.cfg, " + b + " here";
  };
  return first_of(
      {differing("width", config.width, weights.width), differing("depth", config.depth, weights.depth),
       differing("window size", config.window, weights.window),
       differing("maxout pieces", config.pieces, weights.pieces),
       texts("attributes", listed(config.attributes), listed(weights.attributes)),
       texts("rows", rows(config), rows(weights)),
       texts("word vectors", config.word_vectors ? "used" : "not used", weights.word_vectors ? "used" : "not used")});
}

std::string difference(const TransitionShape& config, const TransitionShape& weights) {
  return first_of({config.upper ? differing("hidden width", config.hidden, weights.hidden) : "",
                   differing("maxout pieces", config.pieces, weights.pieces),
                   differing("upper layers", int{config.upper}, int{weights.upper})});
}

}  // namespace coranto::label
