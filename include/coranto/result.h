// Value or error. The library never throws across a stage border, never prints, never aborts.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace coranto {

enum class Code {
  usage,       // the caller asked for something that does not exist
  not_found,   // no such file, folder, model or record
  unreadable,  // it exists but could not be read
  empty,       // nothing in it
  binary,      // not text
  encoding,    // text, but not valid in its encoding
  too_large,   // a line or file over the limit
  malformed,   // the format it claims to be is broken
  model,       // a language model that is missing, broken or of another version
  record,      // a record that cannot be opened or written
};

// What went wrong, for a person: `where` names the file and the place in it ("a.jsonl:12"), `message` the reason.
struct Error {
  Code code = Code::usage;
  std::string message;
  std::string where;

  // "where: message", the one form in which errors are shown.
  std::string text() const { return where.empty() ? message : where + ": " + message; }
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return held_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() { return std::get<0>(held_); }
  const T& value() const { return std::get<0>(held_); }
  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const { return std::get<1>(held_); }

 private:
  std::variant<T, Error> held_;
};

// A step that gives nothing but may fail.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  bool ok() const { return !error_; }
  explicit operator bool() const { return ok(); }
  const Error& error() const { return *error_; }

 private:
  std::optional<Error> error_;
};

}  // namespace coranto
