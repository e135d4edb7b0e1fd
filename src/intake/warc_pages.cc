// Which records hold pages, and what they say of them.
#include <algorithm>
#include <array>
#include <map>

#include "intake/feed.h"
#include "intake/warc.h"

namespace coranto::intake {
namespace {

constexpr std::string_view web[] = {"text/html", "application/xhtml+xml"};
constexpr std::string_view feeds[] = {"application/rss+xml", "application/atom+xml", "application/rdf+xml"};

template <size_t size>
bool one_of(const std::string_view (&list)[size], std::string_view name) {
  return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

struct Content {
  MediaType type;
  std::string bytes;
};

class Pages {
 public:
  explicit Pages(Gate& gate) : gate_(gate) {}

  void take(const Record& record) {
    const auto type = record.headers["warc-type"];
    ++types_[std::string(type.substr(0, 40))];
    const std::string uri(record.headers["warc-target-uri"]);
    const bool counts = type == "response" || type == "resource" || type == "conversion";
    if (!counts || uri.ends_with("/robots.txt") || !gate_.wants(uri)) return;
    const auto media = media_type_of(record.headers["content-type"]);
    if (media.name == "application/http" && type == "response") return take_answer(record, uri);
    if (type != "response") give(record, uri, media, std::string(record.block));
  }

  // "1 warcinfo, 12 request"
  std::string types() const {
    std::string out;
    for (const auto& [type, count] : types_) out += (out.empty() ? "" : ", ") + std::to_string(count) + ' ' + type;
    return out;
  }

 private:
  static bool is_read(std::string_view type) {
    return type == "text/plain" || one_of(web, type) || one_of(feeds, type);
  }

  void take_answer(const Record& record, const std::string& uri) {
    const auto answer = answer_in(record.block);
    if (!answer) return gate_.fail({answer.error().code, answer.error().message, record.where}, uri);
    const auto media = media_type_of(answer->headers["content-type"]);
    if (answer->status / 100 != 2 || !is_read(media.name)) return;
    auto body = plain_body(*answer, longest_block);
    if (!body) return gate_.fail({body.error().code, body.error().message, record.where}, uri);
    give(record, uri, media, std::move(*body));
  }

  void give(const Record& record, const std::string& uri, const MediaType& media, std::string bytes) {
    if (!is_read(media.name)) return;
    if (one_of(feeds, media.name)) return read_feed(std::move(bytes), media.charset, record.where, gate_);
    Found found;
    found.page.source = uri.empty() ? record.where : uri;
    found.page.url = uri;
    found.page.captured = record.headers["warc-date"];
    found.bytes = std::move(bytes);
    found.charset = media.charset;
    found.html = one_of(web, media.name);
    gate_.give(std::move(found), record.where);
  }

  Gate& gate_;
  std::map<std::string, size_t> types_;
};

}  // namespace

void read_warc(Window& file, const std::string& where, Gate& gate) {
  const uint64_t before = gate.seen();
  WarcRecords records(file, where);
  Pages pages(gate);
  Record record;
  while (!gate.full() && records.next(record, [&](Error error) { gate.fail(std::move(error)); })) pages.take(record);
  if (gate.seen() == before && !gate.full() && gate.options().selection.shard.of == 1)
    gate.fail({Code::empty, "holds no page: " + (pages.types().empty() ? "no records" : pages.types()), where});
}

}  // namespace coranto::intake
