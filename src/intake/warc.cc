#include "intake/warc.h"

#include <algorithm>
#include <charconv>

namespace coranto::intake {
namespace {

constexpr size_t longest_header = 64 << 10;
constexpr size_t step = 64 << 10;
constexpr std::string_view beginning = "WARC/1.";
constexpr size_t beginning_size = 10;  // "WARC/1.0\r\n"

bool begins_record(std::string_view bytes) {
  return bytes.size() >= beginning_size && bytes.starts_with(beginning) && bytes[7] >= '0' && bytes[7] <= '9' &&
         (bytes[8] == '\n' || bytes.substr(8, 2) == "\r\n");
}

size_t record_in(std::string_view bytes) {
  size_t at = bytes.find(beginning);
  while (at != std::string_view::npos && !begins_record(bytes.substr(at))) at = bytes.find(beginning, at + 1);
  return at;
}

// Bytes of the two line ends behind a block; 0 where they are missing.
size_t blank_lines(std::string_view bytes) {
  if (bytes.starts_with("\r\n\r\n")) return 4;
  return bytes.starts_with("\n\n") ? 2 : 0;
}

bool is_page(std::string_view message) {
  const auto answer = answer_in(message);
  return answer && media_type_of(answer->headers["content-type"]).name == "text/html";
}

bool is_number(std::string_view text, uint64_t& number) {
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return !text.empty() && fault == std::errc() && end == text.data() + text.size();
}

}  // namespace

Error WarcRecords::error(std::string message, Code code) const {
  std::string place = where_ + ": record " + std::to_string(number_) + " at byte " + std::to_string(file_.at());
  if (!uri_.empty()) place += " (" + uri_ + ")";
  return {code, std::move(message), std::move(place)};
}

// Whether the file fails before the next `size` bytes are known to be whole. One byte more is asked for: it comes only
// after the checksum.
bool WarcRecords::is_condemned(uint64_t size) {
  file_.ahead(size + 1);
  return !file_.state() && file_.sound() < file_.at() + size;
}

// Goes to where a record begins, `from` bytes ahead or later; false if the file ends before.
bool WarcRecords::seek(size_t from) {
  for (file_.pass(std::min(from, file_.ahead(from).size()));;) {
    const auto bytes = file_.ahead(step);
    const size_t at = record_in(bytes);
    if (at != std::string_view::npos) return file_.pass(at), true;
    const bool ends = bytes.size() < step;
    file_.pass(ends ? bytes.size() : bytes.size() - beginning_size);
    if (ends) return false;
  }
}

// A block that is not held: the record is whole if the next one begins where it says.
WarcRecords::Found WarcRecords::pass_long(const Record& record, size_t header, uint64_t length, Error& damage) {
  damage = error("is longer than " + std::to_string(longest_block) + " bytes", Code::too_large);
  const Error wrong = error("its Content-Length is wrong: " + std::to_string(length));
  const uint64_t end = file_.at() + header + length;
  const bool page = media_type_of(record.headers["content-type"]).name == "application/http" &&
                    is_page(file_.ahead(header + longest_header).substr(header));
  seek(header);
  const bool fits = file_.at() >= end + 2 && file_.at() <= end + 4;
  if (!fits) damage = wrong;
  return fits && !page ? Found::passed : Found::damage;
}

// Looks at the record that begins here; only a long one is passed.
WarcRecords::Found WarcRecords::at_record(Record& record, Error& damage) {
  const auto is = [&](std::string what) { return damage = error(std::move(what)), Found::damage; };
  const auto start = file_.ahead(longest_header);
  const size_t header = body_in(start.substr(0, longest_header));
  if (header == std::string_view::npos) {
    if (start.size() < longest_header) return is("is cut short in its header");
    return is("its header is longer than " + std::to_string(longest_header) + " bytes");
  }
  record.headers = Headers::of(start.substr(0, header));
  uri_ = record.headers["warc-target-uri"].substr(0, 200);
  const auto stated = record.headers["content-length"];
  uint64_t length = 0;
  if (!is_number(stated, length)) return is("its Content-Length is no number: " + std::string(stated.substr(0, 40)));
  if (length > longest_block) return pass_long(record, header, length, damage);
  const size_t whole = header + length;
  const auto bytes = file_.ahead(whole + 4);
  if (bytes.size() < whole) return is("is cut short, or its Content-Length is wrong");
  const size_t blank = blank_lines(bytes.substr(whole));
  if (blank == 0) return is("its Content-Length is wrong, or the blank lines behind it are missing");
  if (is_condemned(whole + blank)) return Found::condemned;
  size_ = whole + blank;
  record.block = file_.ahead(whole).substr(header, length);
  record.where = error("").where;
  return Found::record;
}

bool WarcRecords::pass_to_next() {
  file_.pass(std::exchange(size_, 0));
  for (auto bytes = file_.ahead(1); !bytes.empty(); bytes = file_.ahead(1)) {
    const size_t blank = std::min(bytes.find_first_not_of("\r\n"), bytes.size());
    file_.pass(blank);
    if (blank < bytes.size()) return true;
  }
  return false;
}

bool WarcRecords::next(Record& record, const Fail& failed) {
  for (;;) {
    uri_.clear();
    Error damage;
    auto found = pass_to_next() ? Found::damage : Found::condemned;
    const uint64_t at = file_.at();
    if (found == Found::damage && begins_record(file_.ahead(beginning_size))) {
      ++number_;
      found = at_record(record, damage);
    } else if (found == Found::damage) {
      damage = {Code::malformed, "no record begins there", where_ + ": byte " + std::to_string(at)};
    }
    if (found == Found::record) return true;
    if (found == Found::damage && is_condemned(1)) found = Found::condemned;
    if (found == Found::damage) {
      failed(damage);
      if (file_.at() == at) seek(1);
    } else if (found == Found::condemned) {
      if (file_.state()) return false;
      failed(error(file_.state().error().message));
      if (!file_.resume("WARC/")) return false;
    }
  }
}

}  // namespace coranto::intake
