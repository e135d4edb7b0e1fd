// What the attribute ruler's patterns ask of words, and the classes of words that answer alike.
//
// Most words are named by no pattern and fall into a handful of classes; the few that are named have one each.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "coranto/result.h"
#include "label/ruler_patterns.h"

namespace coranto::label {

class WordClasses {
 public:
  // The number of what `test` asks of a word, -1 where it asks nothing. `test` must outlive this.
  int add(const TokenTest& test);

  // To be called once all tests are added. Fails where there are too many tests but plain lists.
  Result<void> number(const std::string& where);

  size_t size() const { return answers_.size(); }

  // Thread-safe.
  uint16_t class_of(std::string_view lower, bool is_space) const;

  // Whether words of class `number` pass test `test`; all pass -1.
  bool answer(size_t number, int test) const { return test < 0 || answers_[number][static_cast<size_t>(test)]; }

 private:
  using Bits = std::vector<bool>;
  uint16_t number_of(const Bits& answer);
  Bits answers_to(std::string_view lower, bool is_space) const;

  std::vector<const TokenTest*> tests_;
  std::vector<size_t> open_;  // tests that are not answered by the lists of words alone
  boost::unordered_flat_map<std::string, uint16_t> listed_;
  std::map<Bits, uint16_t> numbers_;
  std::vector<uint16_t> unlisted_;  // class of a word in no list, by its answers to the open tests as bits
  std::vector<Bits> answers_;       // of each class: its answer to each test
};

}  // namespace coranto::label
