// Joining alone, without labelling:
//   join_bench FOLDER           joins its .txt files, a JSON line each: source, id, copy_of, reuses
//   join_bench --grow COUNT FOLDER [INDEX]
//                               joins COUNT made reports and prints how fast that goes as their number grows
// The made reports: words drawn one after the other as they follow each other in the texts of FOLDER (a Markov chain of
// order 1), each as long as one of those texts. One in five is a copy of an earlier one, cut and with every 30th word
// another; three in ten bear one of fifty notices. The same COUNT and FOLDER make the same reports.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "join/join.h"

namespace {

using namespace coranto;
namespace fs = std::filesystem;

std::vector<Article> articles_in(const std::string& folder) {
  std::vector<Article> out;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    std::ostringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    Article article;
    article.source = entry.path().filename();
    article.text = text.str();
    out.push_back(std::move(article));
  }
  std::sort(out.begin(), out.end(), [](const Article& a, const Article& b) { return a.source < b.source; });
  return out;
}

std::string or_null(const std::string& id) { return id.empty() ? "null" : '"' + id + '"'; }

std::string reuses_json(const Report& report) {
  std::string out;
  for (const Reuse& reuse : report.reuses) {
    out += (out.empty() ? "{\"report\":\"" : ",{\"report\":\"") + reuse.report + "\",\"bytes\":[";
    for (const Span span : reuse.spans) {
      if (out.back() == ']') out += ',';
      out += '[' + std::to_string(span.begin) + ',' + std::to_string(span.end) + ']';
    }
    out += "]}";
  }
  return out;
}

void join_folder(const std::string& folder) {
  join::Joiner joiner;
  auto articles = articles_in(folder);
  for (size_t at = 0; at < articles.size(); at += join::batch_articles) {
    const auto begin = articles.begin() + static_cast<ptrdiff_t>(at);
    const auto end = begin + static_cast<ptrdiff_t>(std::min(join::batch_articles, articles.size() - at));
    for (const Report& report : joiner.join({std::make_move_iterator(begin), std::make_move_iterator(end)})) {
      std::printf("{\"source\":\"%s\",\"id\":\"%s\",\"copy_of\":%s,\"reuses\":[%s]}\n", report.article.source.c_str(),
                  report.id.c_str(), or_null(report.copy_of).c_str(), reuses_json(report).c_str());
    }
  }
}

// Makes reports like those it is given.
class Press {
 public:
  explicit Press(const std::vector<Article>& models) {
    for (const Article& model : models) learn(model.text);
    for (int i = 0; i < 50; ++i) notices_.push_back(written(40));
  }

  Article next() {
    Article article;
    article.source = "made " + std::to_string(made_++);
    article.text = !kept_.empty() && chance(0.2) ? copied(kept_[draw_() % kept_.size()]) : original();
    if (chance(0.3)) article.text += "\n\n" + notices_[draw_() % notices_.size()];
    return article;
  }

 private:
  void learn(const std::string& text) {
    std::istringstream in(text);
    uint32_t before = 0;
    size_t count = 0;
    for (std::string word; in >> word; ++count) {
      const auto [known, is_new] = number_of_.try_emplace(word, static_cast<uint32_t>(words_.size()));
      if (is_new) words_.push_back(word), followers_.emplace_back();
      if (count > 0) followers_[before].push_back(known->second);
      before = known->second;
    }
    if (count > 0) lengths_.push_back(count);
  }

  bool chance(double share) { return draw_() < share * 4294967296.0; }
  uint32_t any_word() { return static_cast<uint32_t>(draw_() % words_.size()); }

  std::string written(size_t count) {
    std::string text;
    for (uint32_t word = any_word(); count > 0; --count) {
      (text += words_[word]) += count % 60 == 1 ? '\n' : ' ';
      word = followers_[word].empty() ? any_word() : followers_[word][draw_() % followers_[word].size()];
    }
    return text;
  }

  std::string original() {
    std::string text = written(lengths_[draw_() % lengths_.size()]);
    if (kept_.size() < most_kept)
      kept_.push_back(text);
    else
      kept_[draw_() % most_kept] = text;
    return text;
  }

  std::string copied(const std::string& text) {
    std::istringstream in(text.substr(0, text.size() / 2 + draw_() % (text.size() / 2 + 1)));
    std::string out;
    for (std::string word; in >> word;) (out += chance(1 / 30.0) ? words_[any_word()] : word) += ' ';
    return out;
  }

  static constexpr size_t most_kept = 20000;
  std::mt19937 draw_{1};
  std::unordered_map<std::string, uint32_t> number_of_;
  std::vector<std::string> words_, notices_, kept_;
  std::vector<std::vector<uint32_t>> followers_;
  std::vector<size_t> lengths_;
  size_t made_ = 0;
};

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double resident_mib() {
  std::ifstream in("/proc/self/statm");
  size_t all = 0, resident = 0;
  in >> all >> resident;
  return static_cast<double>(resident) * 4096 / (1 << 20);
}

void grow(size_t count, const std::string& folder) {
  Press press(articles_in(folder));
  join::Joiner joiner;
  std::printf("%12s%16s%16s%10s%16s%10s\n", "reports", "reports/s then", "reports/s all", "copies", "bytes/report",
              "MiB");
  double all = 0, then = 0;
  size_t done = 0, copies = 0, since = 0;
  for (size_t mark = 10000; done < count;) {
    std::vector<Article> batch;
    for (size_t i = 0; i < join::batch_articles; ++i) batch.push_back(press.next());
    const double begin = cpu_seconds();
    for (const Report& report : joiner.join(std::move(batch))) copies += !report.copy_of.empty();
    const double took = cpu_seconds() - begin;
    all += took, then += took, done += join::batch_articles, since += join::batch_articles;
    if (done < mark && done < count) continue;
    std::printf("%12zu%16.0f%16.0f%10zu%16.0f%10.0f\n", done, static_cast<double>(since) / then,
                static_cast<double>(done) / all, copies,
                static_cast<double>(joiner.bytes()) / static_cast<double>(done), resident_mib());
    std::fflush(stdout);
    then = 0, since = 0;
    mark += mark < 100000 ? 10000 : 100000;
  }
}

}  // namespace

int main(int count, char** words) {
  if (count == 4 && !std::strcmp(words[1], "--grow")) return grow(std::strtoul(words[2], nullptr, 10), words[3]), 0;
  if (count == 2) return join_folder(words[1]), 0;
  std::fputs("usage: join_bench [--grow COUNT] FOLDER\n", stderr);
  return 2;
}
