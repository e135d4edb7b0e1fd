// WARC files, record by record. Format: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
//
// A record is given only when it is known to be whole: it is as long as it says, the blank lines that end it are there,
// and where it lies in a gzip member or zstd frame of its own, that one's checksum was right. Behind a damaged record
// reading goes on at the next place where a record begins; each damage is one failure.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "intake/gate.h"
#include "intake/http.h"
#include "intake/stream.h"

namespace coranto::intake {

struct Record {
  Headers headers;
  std::string_view block;
  std::string where;  // "a.warc.gz: record 3 at byte 1234", counted unpacked
};

// Longest block that is held; a longer one is passed over.
constexpr size_t longest_block = 64 << 20;

class WarcRecords {
 public:
  using Fail = std::function<void(Error)>;
  WarcRecords(Window& file, std::string where) : file_(file), where_(std::move(where)) {}

  // The next whole record, to be read before the next call; false at the end. What is damaged before it goes to `failed`.
  bool next(Record& record, const Fail& failed);

 private:
  enum class Found { record, passed, damage, condemned };
  Found at_record(Record& record, Error& damage);
  Found pass_long(const Record& record, size_t header, uint64_t length, Error& damage);
  bool seek(size_t from);
  bool pass_to_next();
  bool is_condemned(uint64_t size);
  Error error(std::string message, Code code = Code::malformed) const;

  Window& file_;
  std::string where_;
  std::string uri_;  // of the record that is looked at
  uint64_t number_ = 0;
  size_t size_ = 0;  // of the record that was given
};

// The pages in a WARC file: 2xx answers, resources and conversions that are HTML, plain text or feeds. Records of other
// types and of other media are passed over. A page's source is its WARC-Target-URI, without
// one its place in the file.
void read_warc(Window& file, const std::string& where, Gate& gate);

}  // namespace coranto::intake
