// An HTTP answer as WARC files keep it: what its header says, and its body with what was done for the way undone.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "coranto/result.h"

namespace coranto::intake {

// Lines "Name: value" of a header, names in lower case, folded lines joined.
class Headers {
 public:
  static Headers of(std::string_view lines);

  // The first value of that name; empty if there is none.
  std::string_view operator[](std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> values_;
};

struct MediaType {
  std::string name;     // "text/html", lower case
  std::string charset;  // as it stands; empty if none is named
};

MediaType media_type_of(std::string_view content_type);

// Where the header ends and the body begins: behind the first blank line. npos if there is none.
size_t body_in(std::string_view message);

struct Answer {
  int status = 0;
  Headers headers;
  std::string_view body;  // in the message
};

// Fails where the message does not begin with a status line, or its header is not closed within 64 KiB.
Result<Answer> answer_in(std::string_view message);

// The body with chunks joined and unpacked: gzip, deflate, br, zstd. Bodies that were undone already although the
// header does not say so are common, and taken as they are. Fails where chunks or packing are damaged, where the
// packing is not known, and beyond `most` bytes.
Result<std::string> plain_body(const Answer& answer, size_t most);

}  // namespace coranto::intake
