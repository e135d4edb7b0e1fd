// The C API: handles around the labeller. Every entry is a `guarded` call, so that nothing is thrown into C.
#include "coranto/c.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string>

#include "base/pipeline.h"
#include "base/utf8.h"
#include "label/label.h"
#include "label/stretches.h"

using coranto::Code;
using coranto::Document;
using coranto::Error;
using coranto::Result;
using coranto::Span;
using coranto::label::Labeller;
using coranto::label::Stretch;

struct coranto_error {
  coranto_code code;
  std::string reason, where;
};

struct coranto_model {
  std::shared_ptr<const Labeller> labeller;
};

struct coranto_document {
  coranto_document(std::shared_ptr<const Labeller> of, coranto_string given)
      : labeller(std::move(of)), text(given.size ? given.data : "", given.size), points(text) {}
  coranto_document(const coranto_document&) = delete;
  coranto_document& operator=(const coranto_document&) = delete;

  void fill(Document made) {
    document = std::move(made);
    sentences = coranto::label::sentences_of(document);
    entities = coranto::label::names_of(document);
  }

  std::shared_ptr<const Labeller> labeller;  // what the tokens' views point into, as they do into `text`
  std::string text;
  coranto::utf8::PointMap points;
  Document document;
  std::vector<Stretch> sentences, entities;
};

namespace {

using Documents = std::vector<std::unique_ptr<coranto_document>>;

// Given where there is no memory for an error; never freed.
coranto_error no_memory{CORANTO_MEMORY, "no memory left", ""};

coranto_code code_of(Code code) {
  switch (code) {
    case Code::usage:
      return CORANTO_USAGE;
    case Code::not_found:
      return CORANTO_NOT_FOUND;
    case Code::unreadable:
      return CORANTO_UNREADABLE;
    case Code::encoding:
      return CORANTO_ENCODING;
    case Code::too_large:
      return CORANTO_TOO_LARGE;
    case Code::model:
      return CORANTO_MODEL;
    case Code::empty:
    case Code::binary:
    case Code::malformed:
      return CORANTO_MALFORMED;
    case Code::record:
      break;
  }
  return CORANTO_INTERNAL;
}

coranto_code hand_over(coranto_error** to, coranto_code code, const std::string& reason, const std::string& where) {
  if (to) *to = new coranto_error{code, reason, where};
  return code;
}

coranto_code hand_over(coranto_error** to, const Error& error) {
  return hand_over(to, code_of(error.code), error.message, error.where);
}

coranto_code hand_over_no_memory(coranto_error** to) {
  if (to) *to = &no_memory;
  return CORANTO_MEMORY;
}

// `call` with whatever it throws made an error.
template <typename Call>
coranto_code guarded(coranto_error** error, Call call) noexcept {
  if (error) *error = nullptr;
  try {
    try {
      return call();
    } catch (const std::bad_alloc&) {
      return hand_over_no_memory(error);
    } catch (const std::exception& thrown) {
      return hand_over(error, CORANTO_INTERNAL, thrown.what(), "");
    }
  } catch (...) {
    return hand_over_no_memory(error);
  }
}

Result<void> check(coranto_string text) {
  if (!text.data && text.size) return Error{Code::usage, "the text is NULL", ""};
  if (text.size >= UINT32_MAX) return Error{Code::too_large, "the text has 4 GiB or more", ""};
  const size_t fault = coranto::utf8::first_invalid({text.size ? text.data : "", text.size});
  if (fault == std::string::npos) return {};
  return Error{Code::encoding, "the text is not UTF-8 at byte " + std::to_string(fault), ""};
}

using Batch = std::vector<coranto_document*>;

void label(const Labeller& labeller, const Batch& batch) {
  std::vector<std::string_view> texts;
  for (const coranto_document* document : batch) texts.push_back(document->text);
  auto made = labeller.label(texts);
  for (size_t i = 0; i < batch.size(); ++i) batch[i]->fill(std::move(made[i]));
}

// What the caller's struct has of ours; the rest as if not said.
coranto_options whole(const coranto_options* given) {
  coranto_options out{};
  if (given) std::memcpy(&out, given, std::min(given->size, sizeof out));
  out.threads = std::clamp<size_t>(out.threads, 1, 256);
  if (out.batch_bytes == 0) out.batch_bytes = 64 << 10;
  return out;
}

Result<Documents> parsed(const coranto_model& model, std::span<const coranto_string> texts,
                         const coranto_options& options) {
  Documents out;
  for (size_t i = 0; i < texts.size(); ++i) {
    if (const auto fit = check(texts[i]); !fit)
      return Error{fit.error().code, fit.error().message, "text " + std::to_string(i)};
    out.push_back(std::make_unique<coranto_document>(model.labeller, texts[i]));
  }
  coranto::Pipeline<coranto_document*, bool> line(
      static_cast<unsigned>(options.threads), {options.batch_bytes, options.batch_bytes},
      [&](const Batch& batch) { return label(*model.labeller, batch), true; }, [](bool) {});
  for (const auto& document : out) line.add(document.get(), document->text.size());
  line.finish();
  return out;
}

coranto_string view(std::string_view text) { return {text.empty() ? "" : text.data(), text.size()}; }

// Places of a struct that has them, in bytes and in code points.
template <typename Placed>
void place(const coranto_document& document, Span span, Placed& out) {
  const Span points = document.points.points(span);
  out.begin = span.begin, out.end = span.end;
  out.point_begin = points.begin, out.point_end = points.end;
}

template <typename Stretched>
Span place_stretch(const coranto_document& document, const Stretch& stretch, Stretched& out) {
  const Span span = stretch.span_in(document.document);
  out.first_token = stretch.first, out.end_token = stretch.end;
  place(document, span, out);
  return span;
}

char iob_of(char biluo) { return biluo == 'U' ? 'B' : biluo == 'L' ? 'I' : biluo; }

coranto_token token_of(const coranto_document& document, size_t index) {
  const coranto::Token& token = document.document[index];
  coranto_token out{};
  place(document, token.span, out);
  out.text = view(token.text);
  out.whitespace = view(token.space_after ? " " : "");
  out.lemma = view(token.lemma);
  out.pos = view(token.pos);
  out.tag = view(token.tag);
  out.morph = view(token.morph);
  out.dep = view(token.dep);
  out.head = token.head;
  out.sentence_start = token.sentence_start;
  out.entity_iob = iob_of(token.ner);
  out.entity_type = view(token.entity);
  return out;
}

coranto_sentence sentence_of(const coranto_document& document, size_t index) {
  coranto_sentence out{};
  place_stretch(document, document.sentences[index], out);
  return out;
}

coranto_entity entity_of(const coranto_document& document, size_t index) {
  const Stretch& stretch = document.entities[index];
  coranto_entity out{};
  out.text = view(document.document.cut(place_stretch(document, stretch, out)));
  out.type = view(document.document[stretch.first].entity);
  return out;
}

// A caller that was compiled with a longer struct finds zeros in what is not known here.
template <typename Struct>
coranto_code give(const Struct& made, Struct* to, size_t size) {
  if (!to) return CORANTO_USAGE;
  std::memset(to, 0, size);
  std::memcpy(to, &made, std::min(size, sizeof made));
  return CORANTO_OK;
}

}  // namespace

const char* coranto_version(void) { return CORANTO_VERSION; }
int coranto_abi(void) { return CORANTO_ABI; }

coranto_code coranto_error_code(const coranto_error* error) { return error ? error->code : CORANTO_OK; }
const char* coranto_error_reason(const coranto_error* error) { return error ? error->reason.c_str() : ""; }
const char* coranto_error_where(const coranto_error* error) { return error ? error->where.c_str() : ""; }
void coranto_error_free(coranto_error* error) {
  if (error != &no_memory) delete error;
}

coranto_model* coranto_open(const char* folder, coranto_error** error) {
  coranto_model* out = nullptr;
  guarded(error, [&] {
    if (!folder) return hand_over(error, CORANTO_USAGE, "the folder is NULL", "");
    auto labeller = Labeller::open(folder);
    if (!labeller) return hand_over(error, labeller.error());
    out = new coranto_model{std::make_shared<const Labeller>(std::move(*labeller))};
    return CORANTO_OK;
  });
  return out;
}

void coranto_model_free(coranto_model* model) { delete model; }

const char* coranto_model_name(const coranto_model* model) { return model ? model->labeller->name().c_str() : ""; }

coranto_document* coranto_parse(const coranto_model* model, const char* text, size_t size, coranto_error** error) {
  coranto_document* out = nullptr;
  guarded(error, [&] {
    if (!model) return hand_over(error, CORANTO_USAGE, "the model is NULL", "");
    const coranto_string given{text, size};
    if (const auto fit = check(given); !fit) return hand_over(error, fit.error());
    auto document = std::make_unique<coranto_document>(model->labeller, given);
    document->fill(model->labeller->label(document->text));
    out = document.release();
    return CORANTO_OK;
  });
  return out;
}

coranto_code coranto_parse_batch(const coranto_model* model, const coranto_string* texts, size_t count,
                                 const coranto_options* options, coranto_document** documents, coranto_error** error) {
  if (documents) std::fill_n(documents, count, nullptr);
  return guarded(error, [&] {
    if (!model || (count && (!texts || !documents)))
      return hand_over(error, CORANTO_USAGE, "the model, the texts or the place for documents is NULL", "");
    auto made = parsed(*model, {texts, count}, whole(options));
    if (!made) return hand_over(error, made.error());
    for (size_t i = 0; i < count; ++i) documents[i] = (*made)[i].release();
    return CORANTO_OK;
  });
}

void coranto_document_free(coranto_document* document) { delete document; }

coranto_string coranto_document_text(const coranto_document* document) {
  return document ? view(document->text) : view("");
}

size_t coranto_token_count(const coranto_document* document) { return document ? document->document.size() : 0; }
size_t coranto_sentence_count(const coranto_document* document) { return document ? document->sentences.size() : 0; }
size_t coranto_entity_count(const coranto_document* document) { return document ? document->entities.size() : 0; }

coranto_code coranto_token_at(const coranto_document* document, size_t index, coranto_token* token, size_t size) {
  if (index >= coranto_token_count(document)) return CORANTO_USAGE;
  return give(token_of(*document, index), token, size);
}

coranto_code coranto_sentence_at(const coranto_document* document, size_t index, coranto_sentence* sentence,
                                 size_t size) {
  if (index >= coranto_sentence_count(document)) return CORANTO_USAGE;
  return give(sentence_of(*document, index), sentence, size);
}

coranto_code coranto_entity_at(const coranto_document* document, size_t index, coranto_entity* entity, size_t size) {
  if (index >= coranto_entity_count(document)) return CORANTO_USAGE;
  return give(entity_of(*document, index), entity, size);
}
