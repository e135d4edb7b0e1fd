// Where the forms of a document (conllu.h, doc_json.h) are written: piece by piece, so that memory does not grow with it.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace coranto::label {

using Print = std::function<void(std::string_view)>;

// Gathers text and prints it in pieces of some 64 KB, the last one at its end.
class Pieces {
 public:
  explicit Pieces(const Print& print) : print_(print) {}
  Pieces(const Pieces&) = delete;
  Pieces& operator=(const Pieces&) = delete;
  ~Pieces() { print(); }

  std::string& text() {
    if (text_.size() >= enough) print();
    return text_;
  }

 private:
  static constexpr size_t enough = 64 << 10;

  void print() {
    if (!text_.empty()) print_(text_);
    text_.clear();
  }

  const Print& print_;
  std::string text_;
};

}  // namespace coranto::label
