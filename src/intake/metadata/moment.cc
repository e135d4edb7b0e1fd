#include "intake/metadata/moment.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <vector>

namespace coranto::intake {
namespace {

constexpr size_t longest_stamp = 100;  // bytes

struct Token {
  std::string_view text;
  bool number = false;
  char before = ' ';  // the byte before it
  int value() const {
    int out = 0;
    for (char c : text.substr(0, 8)) out = out * 10 + (c - '0');
    return out;
  }
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

std::vector<Token> tokens_of(std::string_view stamp) {
  std::vector<Token> out;
  for (size_t i = 0; i < stamp.size();) {
    const bool digit = is_digit(stamp[i]);
    if (!digit && !is_letter(stamp[i])) {
      ++i;
      continue;
    }
    size_t end = i;
    while (end < stamp.size() && (digit ? is_digit(stamp[end]) : is_letter(stamp[end]))) ++end;
    out.push_back({stamp.substr(i, end - i), digit, i ? stamp[i - 1] : ' '});
    i = end;
  }
  return out;
}

bool same(std::string_view word, std::string_view lower) {
  return word.size() == lower.size() && std::equal(word.begin(), word.end(), lower.begin(), [](char a, char b) {
           return std::tolower(static_cast<unsigned char>(a)) == b;
         });
}

int month_of(std::string_view word) {
  constexpr std::string_view months[] = {"january", "february", "march",     "april",   "may",      "june",
                                         "july",    "august",   "september", "october", "november", "december"};
  if (same(word, "sept")) return 9;
  for (int i = 0; i < 12; ++i) {
    if (same(word, months[i]) || same(word, months[i].substr(0, 3))) return i + 1;
  }
  return 0;
}

struct Zone {
  std::string_view name;
  const char* offset;
};
constexpr Zone zones[] = {{"z", "Z"},        {"utc", "Z"},      {"gmt", "Z"},      {"est", "-05:00"}, {"edt", "-04:00"},
                          {"cst", "-06:00"}, {"cdt", "-05:00"}, {"mst", "-07:00"}, {"mdt", "-06:00"}, {"pst", "-08:00"},
                          {"pdt", "-07:00"}, {"bst", "+01:00"}, {"cet", "+01:00"}, {"cest", "+02:00"}};

class Reader {
 public:
  explicit Reader(std::string_view stamp) : tokens_(tokens_of(stamp)) {}

  Moment read() {
    for (at_ = 0; at_ < tokens_.size();) step();
    Moment moment;
    if (year_ < 1900 || year_ > 2100 || month_ < 1 || month_ > 12 || day_ < 1 || day_ > 31) return moment;
    std::array<char, 40> out{};
    std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", year_, month_, day_);
    moment.day = out.data();
    if (hour_ < 0 || hour_ > 23 || minute_ > 59) return moment;
    std::snprintf(out.data(), out.size(), "T%02d:%02d:%02d", hour_, minute_, std::min(second_, 59));
    moment.time = moment.day + out.data() + zone_;
    return moment;
  }

 private:
  const Token* peek(size_t ahead) const { return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr; }
  bool number(size_t ahead, char before) const {
    const Token* token = peek(ahead);
    return token && token->number && token->before == before;
  }

  void step() {
    const Token token = tokens_[at_];
    if (!token.number) {
      word(token.text);
    } else if (hour_ < 0 && token.text.size() <= 2 && number(1, ':')) {
      clock();
    } else if (hour_ >= 0 && zone_.empty() && (token.before == '+' || (token.before == '-' && year_))) {
      offset();
    } else {
      date(token);
    }
    ++at_;
  }

  void word(std::string_view word) {
    if (month_ == 0) month_ = month_of(word);
    if (hour_ >= 0 && same(word, "pm") && hour_ < 12) hour_ += 12;
    if (hour_ == 12 && same(word, "am")) hour_ = 0;
    if (hour_ < 0 || !zone_.empty()) return;
    for (const auto& zone : zones) {
      if (!same(word, zone.name)) continue;
      const bool goes_on = number(1, '+') || number(1, '-');
      if (!goes_on) zone_ = zone.offset;
    }
  }

  void clock() {
    hour_ = tokens_[at_].value();
    minute_ = tokens_[++at_].value();
    if (number(1, ':')) second_ = tokens_[++at_].value();
    if (number(1, '.')) ++at_;
  }

  void offset() {
    const Token token = tokens_[at_];
    int hours = token.value(), minutes = 0;
    if (token.text.size() == 4) minutes = hours % 100, hours /= 100;
    if (number(1, ':')) minutes = tokens_[++at_].value();
    if (hours > 14 || minutes > 59) return;
    std::array<char, 16> out{};
    std::snprintf(out.data(), out.size(), "%c%02d:%02d", token.before, hours, minutes);
    zone_ = hours || minutes ? out.data() : "Z";
  }

  void date(const Token& token) {
    if (token.text.size() == 8 && year_ == 0) {
      year_ = token.value() / 10000, month_ = token.value() / 100 % 100, day_ = token.value() % 100;
    } else if (token.text.size() == 4 && year_ == 0) {
      year_ = token.value();
      if (month_ || day_) return;
      for (const char mark : {'-', '/', '.'}) {
        if (!number(1, mark) || !number(2, mark)) continue;
        month_ = tokens_[at_ + 1].value(), day_ = tokens_[at_ + 2].value();
        at_ += 2;
        return;
      }
    } else if (token.text.size() <= 2 && day_ == 0 && token.before != ':') {
      day_ = token.value();
    }
  }

  std::vector<Token> tokens_;
  size_t at_ = 0;
  int year_ = 0, month_ = 0, day_ = 0, hour_ = -1, minute_ = 0, second_ = 0;
  std::string zone_;
};

}  // namespace

Moment moment_of(std::string_view stamp) {
  if (stamp.size() > longest_stamp) return {};
  return Reader(stamp).read();
}

}  // namespace coranto::intake
