#include "intake/stream.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace coranto::intake {
namespace {

constexpr size_t block = 64 << 10;

Error cannot_read(const std::string& path, int reason) {
  if (reason == ENOENT) return {Code::not_found, "no such file or folder", path};
  return {Code::unreadable, "cannot be read: " + std::string(std::strerror(reason)), path};
}

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

class File : public Stream {
 public:
  File(std::FILE* file, std::string path, std::function<void(size_t)> passed)
      : file_(file), path_(std::move(path)), passed_(std::move(passed)) {}

  Result<size_t> read(char* to, size_t most) override {
    const size_t got = std::fread(to, 1, most, file_.get());
    if (got == 0 && std::ferror(file_.get())) return cannot_read(path_, errno);
    if (passed_) passed_(got);
    return got;
  }

 private:
  std::unique_ptr<std::FILE, Close> file_;
  std::string path_;
  std::function<void(size_t)> passed_;
};

// Standard input, from which a live source may write now and then.
class Input : public Stream {
 public:
  Input(std::function<void(size_t)> passed, std::function<void()> waiting)
      : passed_(std::move(passed)), waiting_(std::move(waiting)) {}

  Result<size_t> read(char* to, size_t most) override {
    if (waiting_ && !holds_something()) waiting_();
    ssize_t got = 0;
    do got = ::read(STDIN_FILENO, to, most);
    while (got < 0 && errno == EINTR);
    if (got < 0) return cannot_read("-", errno);
    if (passed_) passed_(static_cast<size_t>(got));
    return static_cast<size_t>(got);
  }

 private:
  static constexpr int patience = 200;  // milliseconds in which a source may be slow without being taken to rest

  static bool holds_something() {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    return ::poll(&input, 1, patience) != 0;
  }

  std::function<void(size_t)> passed_;
  std::function<void()> waiting_;
};

class Rest : public Stream {
 public:
  explicit Rest(Window window) : window_(std::move(window)) {}
  Result<size_t> read(char* to, size_t most) override {
    const auto bytes = window_.ahead(1).substr(0, most);
    if (bytes.empty() && !window_.state()) return window_.state().error();
    std::copy(bytes.begin(), bytes.end(), to);
    window_.pass(bytes.size());
    return bytes.size();
  }

 private:
  Window window_;
};

}  // namespace

std::string_view Window::ahead(size_t least) {
  while (held_.size() - at_ < least && !ended_) fill();
  return std::string_view(held_).substr(at_);
}

void Window::fill() {
  forget();
  const size_t before = held_.size();
  held_.resize(before + block);
  const auto got = stream_->read(held_.data() + before, block);
  held_.resize(before + (got ? *got : 0));
  if (!got) state_ = got.error();
  ended_ = !got || *got == 0;
}

// Bytes are moved only when at least as many are dropped.
void Window::forget() {
  if (marked_ && at_ - mark_ > most_kept) mark_ = at_ - most_kept;
  const size_t dead = marked_ ? mark_ : at_;
  if (dead < block || dead * 2 < held_.size()) return;
  held_.erase(0, dead);
  base_ += dead;
  at_ -= dead;
  mark_ = 0;
}

bool Window::resume(std::string_view head) {
  base_ += held_.size();
  held_.clear();
  at_ = mark_ = 0;
  marked_ = false;
  if (state_ || !stream_->resume(head)) return false;
  state_ = {};
  ended_ = false;
  return true;
}

std::unique_ptr<Stream> rest_of(Window window) { return std::make_unique<Rest>(std::move(window)); }

Result<std::unique_ptr<Stream>> open_file(const std::string& path, std::function<void(size_t)> passed,
                                          std::function<void()> waiting) {
  if (path == "-") return std::unique_ptr<Stream>(std::make_unique<Input>(std::move(passed), std::move(waiting)));
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (!file) return cannot_read(path, errno);
  return std::unique_ptr<Stream>(std::make_unique<File>(file, path, std::move(passed)));
}

}  // namespace coranto::intake
