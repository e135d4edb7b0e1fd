#include "intake/gate.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "intake/charset.h"
#include "intake/html.h"
#include "intake/text.h"

namespace coranto::intake {
namespace {

// Names and addresses come from anywhere.
std::string valid(std::string text) {
  return utf8::first_invalid(text) == std::string::npos ? std::move(text) : to_utf8(text, "utf-8");
}

// What the format says counts more than what the page says of itself.
Page merged(Page stated, Page read) {
  read.source = valid(std::move(stated.source));
  read.url = valid(std::move(stated.url));
  read.captured = valid(std::move(stated.captured));
  for (std::string& name : stated.byline) name = valid(std::move(name));
  if (!stated.title.empty()) read.title = valid(std::move(stated.title));
  if (!stated.byline.empty()) read.byline = std::move(stated.byline);
  if (!stated.published.empty()) read.published = std::move(stated.published);
  if (!read.published.empty()) read.published_from = DateSource::metadata;
  return read;
}

Result<Page> web_page(const Found& found, const std::string& where) {
  if (is_blank(found.bytes)) return Error{Code::empty, "is empty", where};
  if (auto text = check_binary(found.bytes.substr(0, 1 << 16), where); !text && text.error().code == Code::binary)
    return text.error();
  auto page = page_of_html(found.bytes, found.charset);
  if (!page) return Error{page.error().code, page.error().message, where};
  return page;
}

Result<Page> text_page(Found found, const Options& options, const std::string& where) {
  const bool coded = !found.charset.empty() || is_utf16(found.bytes);
  std::string text = coded ? to_utf8(found.bytes, found.charset) : std::move(found.bytes);
  if (auto checked = check_text(text, options.longest_line, where); !checked) return checked.error();
  Page page;
  page.text = options.isolated ? std::move(text) : with_plain_line_ends(text);
  return page;
}

}  // namespace

bool Gate::wants(std::string_view source) const {
  return !full() && hash64(source) % options_.selection.shard.of == options_.selection.shard.index - 1;
}

Result<Page> Gate::page_of(Found found, const std::string& where) const {
  Page stated = std::move(found.page);
  auto read = found.html ? web_page(found, where) : text_page(std::move(found), options_, where);
  if (!read) return read.error();
  Page page = merged(std::move(stated), std::move(*read));
  page.isolated = options_.isolated;
  if (page.published.empty() && !options_.published.empty()) {
    page.published = options_.published;
    page.published_from = DateSource::given;
  }
  return page;
}

void Gate::give(Found found, const std::string& where) {
  ++seen_;
  if (!wants(found.page.source)) return;
  auto page = page_of(std::move(found), where);
  if (!page) return failed_(page.error());
  ++given_;
  page_(std::move(*page));
}

void Gate::fail(Error error, std::string_view source) {
  ++seen_;
  if (wants(source.empty() ? error.where : source)) failed_(std::move(error));
}

}  // namespace coranto::intake
