#include "label/label.h"

#include <mutex>
#include <optional>

#include "label/attribute_ruler.h"
#include "label/fill.h"
#include "label/lemmatizer.h"
#include "label/network.h"
#include "label/package.h"
#include "label/tokenizer.h"

namespace coranto::label {
namespace {

// Frees the buffers that a long text has needed; others stay for the next call.
constexpr size_t most_kept = 1 << 16;
template <typename T>
void free_long(std::vector<std::vector<T>>& lists) {
  for (auto& list : lists) {
    if (list.capacity() > most_kept) list = {};
  }
}

// Working memory of one call at a time.
struct Room {
  Tokenizer::Room tokenizer;
  LemmaCache lemmas;
  std::vector<std::vector<Piece>> pieces;
  std::vector<std::vector<Features>> features;
  std::vector<uint32_t> open;  // for fill_tree
};

// Rooms are lent to calls and come back; there are as many as there were calls at once.
class Rooms {
 public:
  std::unique_ptr<Room> take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return std::make_unique<Room>();
    auto room = std::move(free_.back());
    free_.pop_back();
    return room;
  }
  void give_back(std::unique_ptr<Room> room) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(room));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<Room>> free_;
};

}  // namespace

struct Labeller::Parts {
  std::string name;
  Network network;
  AttributeRuler ruler;
  Lemmatizer lemmatizer;
  std::optional<Lexemes> lexemes;
  std::optional<Tokenizer> tokenizer;
  mutable Rooms rooms;

  void tokenize(std::span<const std::string_view> texts, Room& room) const {
    room.tokenizer.forget_overflow();
    if (room.pieces.size() < texts.size()) room.pieces.resize(texts.size()), room.features.resize(texts.size());
    for (size_t i = 0; i < texts.size(); ++i) {
      tokenizer->tokenize(texts[i], room.tokenizer, room.pieces[i]);
      room.features[i].clear();
      room.features[i].reserve(room.pieces[i].size());
      for (const Piece& piece : room.pieces[i]) room.features[i].push_back(features_of(piece));
    }
  }
};

Labeller::Labeller(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Labeller::Labeller(Labeller&&) noexcept = default;
Labeller::~Labeller() = default;

Result<Labeller> Labeller::open(const std::string& folder, std::string_view precision) {
  const auto numbers = find_precision(precision);
  if (!numbers) return numbers.error();
  auto name = check_package(folder);
  if (!name) return name.error();
  auto network = Network::open(folder, *numbers);
  if (!network) return network.error();
  auto ruler = AttributeRuler::open(folder, network->tags(), network->deps());
  if (!ruler) return ruler.error();
  auto lemmatizer = Lemmatizer::open(folder);
  if (!lemmatizer) return lemmatizer.error();
  std::unique_ptr<Parts> parts(
      new Parts{std::move(*name), std::move(*network), std::move(*ruler), std::move(*lemmatizer), {}, {}, {}});
  const AttributeRuler& classes = parts->ruler;
  auto lexemes = Lexemes::open(
      folder, [&classes](std::string_view lower, bool is_space) { return classes.class_of(lower, is_space); });
  if (!lexemes) return lexemes.error();
  parts->lexemes = std::move(*lexemes);
  auto tokenizer = Tokenizer::open(folder, *parts->lexemes);
  if (!tokenizer) return tokenizer.error();
  parts->tokenizer = std::move(*tokenizer);
  return Labeller(std::move(parts));
}

const std::string& Labeller::name() const { return parts_->name; }

Document Labeller::label(std::string_view text) const { return std::move(label(std::span(&text, 1))[0]); }

std::vector<Document> Labeller::label(std::span<const std::string_view> texts) const {
  auto room = parts_->rooms.take();
  parts_->tokenize(texts, *room);
  const std::vector<Analysis> analyses = parts_->network.analyse(std::span(room->features.data(), texts.size()));
  free_long(room->features);
  std::vector<Document> documents(texts.size());
  for (size_t i = 0; i < texts.size(); ++i) {
    documents[i].text = texts[i];
    fill_tokens(room->pieces[i], analyses[i], parts_->network, documents[i]);
    parts_->ruler.apply(room->pieces[i], analyses[i], documents[i].tokens);
    fill_lemmas(room->pieces[i], parts_->lemmatizer, room->lemmas, documents[i]);
    fill_tree(analyses[i], room->open, documents[i]);
  }
  free_long(room->pieces);
  if (room->open.capacity() > most_kept) room->open = {};
  parts_->rooms.give_back(std::move(room));
  return documents;
}

}  // namespace coranto::label
