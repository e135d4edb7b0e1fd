#include "intake/metadata/kind.h"

#include <algorithm>
#include <cctype>

namespace coranto::intake {
namespace {

bool is_error(std::string_view title) {
  std::string lower;
  for (char c : title.substr(0, 200)) lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  constexpr std::string_view errors[] = {"404 not found",
                                         "404 error",
                                         "404 -",
                                         "404 page",
                                         "403 forbidden",
                                         "500 internal",
                                         "502 bad gateway",
                                         "503 service",
                                         "page not found",
                                         "not found",
                                         "access denied",
                                         "just a moment",
                                         "error 4",
                                         "error 5",
                                         "page unavailable",
                                         "attention required",
                                         "are you a robot"};
  return lower == "404" || lower == "not found" ||
         std::any_of(std::begin(errors), std::end(errors),
                     [&](std::string_view sign) { return lower.starts_with(sign); });
}

}  // namespace

PageKind kind_of(const Signs& signs, const LinkedData& linked) {
  if (is_error(signs.title)) return PageKind::stub;
  if (linked.paid && linked.kind == PageKind::article) return PageKind::stub;
  if (linked.kind != PageKind::unknown) return linked.kind;
  const auto type = signs.meta("og:type");
  if (type.starts_with("video")) return PageKind::video;
  if (type == "article") return PageKind::article;
  return PageKind::unknown;
}

}  // namespace coranto::intake
