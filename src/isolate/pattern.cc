#define PCRE2_CODE_UNIT_WIDTH 8
#include "isolate/pattern.h"

#include <pcre2.h>

#include <array>

namespace coranto::isolate {
namespace {

constexpr uint32_t most_steps = 200'000;

struct FreeMatch {
  void operator()(pcre2_match_data* found) const { pcre2_match_data_free(found); }
};

struct FreeContext {
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};

pcre2_match_context* bounded() {
  static thread_local const std::unique_ptr<pcre2_match_context, FreeContext> context = [] {
    std::unique_ptr<pcre2_match_context, FreeContext> made(pcre2_match_context_create(nullptr));
    pcre2_set_match_limit(made.get(), most_steps);
    return made;
  }();
  return context.get();
}

Span group(const pcre2_code* code, const PCRE2_SIZE* ends, const char* name) {
  const int number = pcre2_substring_number_from_name(code, reinterpret_cast<PCRE2_SPTR>(name));
  if (number <= 0 || ends[2 * number] == PCRE2_UNSET) return {};
  return {static_cast<uint32_t>(ends[2 * number]), static_cast<uint32_t>(ends[2 * number + 1])};
}

}  // namespace

void Pattern::Free::operator()(pcre2_real_code_8* code) const { pcre2_code_free(code); }

Result<Pattern> Pattern::compile(const std::string& source) {
  int error = 0;
  PCRE2_SIZE at = 0;
  Pattern pattern;
  pattern.code_.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(source.data()), source.size(), PCRE2_UTF | PCRE2_UCP,
                                    &error, &at, nullptr));
  if (!pattern.code_) {
    std::array<unsigned char, 160> reason{};
    pcre2_get_error_message(error, reason.data(), reason.size());
    return Error{Code::malformed,
                 "is no pattern: " + std::string(reinterpret_cast<char*>(reason.data())) + " near “" +
                     source.substr(at > 20 ? at - 20 : 0, 40) + "”",
                 ""};
  }
  pcre2_jit_compile(pattern.code_.get(), PCRE2_JIT_COMPLETE);
  return pattern;
}

std::optional<Match> Pattern::find(std::string_view text, size_t from) const {
  const std::unique_ptr<pcre2_match_data, FreeMatch> found(pcre2_match_data_create_from_pattern(code_.get(), nullptr));
  const int groups = pcre2_match(code_.get(), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), from,
                                 PCRE2_NO_UTF_CHECK, found.get(), bounded());
  if (groups <= 0) return std::nullopt;
  const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(found.get());
  Match match;
  match.whole = {static_cast<uint32_t>(ends[0]), static_cast<uint32_t>(ends[1])};
  match.names = group(code_.get(), ends, "names");
  match.agencies = group(code_.get(), ends, "agencies");
  match.caption = group(code_.get(), ends, "caption");
  match.credit = group(code_.get(), ends, "credit");
  match.day = group(code_.get(), ends, "day");
  return match;
}

}  // namespace coranto::isolate
