// Any file is read into pages or refused, whatever its name says it is; pages are isolated and joined.
// The first byte chooses the name; "dated" input is a text and, after a NUL, its date sidecar.
#include "base/utf8.h"
#include "intake/intake.h"
#include "isolate/isolate.h"
#include "join/join.h"
#include "rooted.h"
#include "scratch.h"

using namespace coranto;

namespace {

void check(const Article& article) {
  fuzz::require(utf8::first_invalid(article.text) == std::string::npos, "an article that is no UTF-8");
  for (const auto& part : article.parts) {
    fuzz::require(utf8::first_invalid(part.text) == std::string::npos, "a part that is no UTF-8");
  }
  fuzz::require(article.published.empty() || article.published.size() == 10, "a day that is no ISO day");
}

void read(const std::string& path, bool isolated) {
  static const auto isolator = isolate::Isolator::open(rooted("/data"));
  fuzz::require(isolator.ok(), "tables that cannot be read");
  join::Joiner joiner;
  size_t pages = 0, failures = 0;
  const auto take = [&](const Page& page) {
    ++pages;
    fuzz::require(utf8::first_invalid(page.text) == std::string::npos, "a page that is no UTF-8");
    for (Article& article : isolator->isolate(page)) {
      check(article);
      const Report report = joiner.join(std::move(article));
      fuzz::require(report.id.size() == 18, "a report without an id");
    }
  };
  intake::Options options;
  options.isolated = isolated;
  intake::read({path}, options, take, [&](const Error& error) {
    ++failures;
    fuzz::require(!error.message.empty() && error.where.starts_with("/"), "an error without place or reason");
  });
  fuzz::require(pages + failures > 0, "a file without a page and without an error");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  static const fuzz::Scratch scratch;
  if (size == 0) return 0;
  constexpr const char* names[] = {"a.txt", "a.html", "a.jsonl", "a.json", "a"};
  const std::string_view content = fuzz::text_of(bytes + 1, size - 1);
  const size_t kind = bytes[0] % 6;
  if (kind < 5) {
    read(scratch.write(std::string(names[kind]), content), bytes[0] & 0x80);
    return 0;
  }
  const size_t end = std::min(content.find('\0'), content.size());
  scratch.write("dated.json", content.substr(std::min(end + 1, content.size())));
  read(scratch.write("dated.txt", content.substr(0, end)), bytes[0] & 0x80);
  return 0;
}
