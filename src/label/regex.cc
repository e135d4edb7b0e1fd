#include "label/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace coranto::label {
namespace {

// Python's white space, as the inside of a class.
constexpr std::string_view white =
    R"(\t-\r\x1c-\x20\x85\xa0\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000})";

constexpr uint32_t step_limit = 10'000'000;

template <auto free>
struct Freed {
  template <typename T>
  void operator()(T* held) const {
    free(held);
  }
};

using Code8 = std::unique_ptr<pcre2_code, Freed<pcre2_code_free>>;
using MatchRoom = std::unique_ptr<pcre2_match_data, Freed<pcre2_match_data_free>>;
using Context = std::unique_ptr<pcre2_match_context, Freed<pcre2_match_context_free>>;
using Stack = std::unique_ptr<pcre2_jit_stack, Freed<pcre2_jit_stack_free>>;

PCRE2_SPTR units(std::string_view text) { return reinterpret_cast<PCRE2_SPTR>(text.data()); }

}  // namespace

struct Regex::Room::Parts {
  MatchRoom room{pcre2_match_data_create(1, nullptr)};
  Context context{pcre2_match_context_create(nullptr)};
  Stack stack{pcre2_jit_stack_create(32 * 1024, 1024 * 1024, nullptr)};
  Parts() {
    pcre2_set_match_limit(context.get(), step_limit);
    pcre2_jit_stack_assign(context.get(), nullptr, stack.get());
  }
};

Regex::Room::Room() : parts_(std::make_unique<Parts>()) {}
Regex::Room::Room(Room&&) noexcept = default;
Regex::Room& Regex::Room::operator=(Room&&) noexcept = default;
Regex::Room::~Room() = default;

struct Regex::Parts {
  Code8 code;
};

Regex::Regex() = default;
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

std::string pcre_of_python(std::string_view python) {
  std::string out;
  if (python.starts_with("(?u)")) python.remove_prefix(4);
  bool in_class = false;
  for (size_t i = 0; i < python.size(); ++i) {
    const char c = python[i];
    const char next = i + 1 < python.size() ? python[i + 1] : '\0';
    if (c != '\\') {
      if (c == '[' && in_class) out += '\\';
      out += c;
      const bool opens = c == '[' && !in_class;
      if (opens && next == '^') out += python[++i];
      if (opens && i + 1 < python.size() && python[i + 1] == ']') out += "\\]", ++i;
      in_class = opens || (in_class && c != ']');
    } else if (next == 'u' || next == 'U') {
      const size_t width = next == 'u' ? 4 : 8;
      out.append("\\x{").append(python.substr(i + 2, width)).append("}");
      i += 1 + width;
    } else if ((next == 's' || next == 'S') && !in_class) {
      out.append(next == 's' ? "[" : "[^").append(white).append("]");
      ++i;
    } else {
      out += c;
      if (next != '\0') out += python[++i];
    }
  }
  return out;
}

Result<Regex> Regex::compile(std::string_view python, const std::string& where) {
  const std::string pattern = pcre_of_python(python);
  int reason = 0;
  PCRE2_SIZE at = 0;
  Code8 code(pcre2_compile(units(pattern), pattern.size(), PCRE2_UTF | PCRE2_UCP, &reason, &at, nullptr));
  if (!code) {
    PCRE2_UCHAR message[256] = {};
    pcre2_get_error_message(reason, message, sizeof message);
    return Error{
        Code::model,
        "regular expression: " + std::string(reinterpret_cast<char*>(message)) + " at character " + std::to_string(at),
        where};
  }
  pcre2_jit_compile(code.get(), PCRE2_JIT_COMPLETE);
  Regex regex;
  regex.parts_ = std::make_unique<Parts>(Parts{std::move(code)});
  return regex;
}

std::optional<Span> Regex::search(std::string_view text, Room& room, size_t from) const {
  if (!parts_) return {};
  const int found = pcre2_match(parts_->code.get(), units(text), text.size(), from, PCRE2_NO_UTF_CHECK,
                                room.parts_->room.get(), room.parts_->context.get());
  if (found < 0) return {};
  const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(room.parts_->room.get());
  return Span{static_cast<uint32_t>(ends[0]), static_cast<uint32_t>(ends[1])};
}

bool Regex::matches_at_start(std::string_view text, Room& room) const {
  const auto found = search(text, room);
  return found && found->begin == 0;
}

void Regex::find_all(std::string_view text, Room& room, std::vector<Span>& out) const {
  for (size_t from = 0; from <= text.size();) {
    const auto found = search(text, room, from);
    if (!found) return;
    out.push_back(*found);
    from = found->end > from || !found->empty() ? found->end : from + 1;
    while (found->empty() && from < text.size() && (text[from] & 0xC0) == 0x80) ++from;
  }
}

}  // namespace coranto::label
