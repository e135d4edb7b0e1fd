// Stories alone, without labelling: pool_bench COUNT
// Places COUNT made reports, 2,048 at a time as the engine does, and prints how fast that goes as their number grows, the
// memory that it takes, and how long a record of them takes to be remembered. The made reports come over as many days as
// there are hundreds of thousands, times 100 (1,000 a day); half of them are alone, the others of stories of 2 to 50
// within a week. Words follow Zipf's law; a story has 30 names and words of its own, of which each of its reports has 12.
#include <malloc.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "base/hash.h"
#include "pool/pool.h"
#include "pool/terms.h"

namespace {

using namespace coranto;
using Clock = std::chrono::steady_clock;

constexpr size_t lot = 2048;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

class Maker {
 public:
  Report make() {
    pool::Terms terms("");
    add_common(terms);
    if (random_() % 2) add_matter(terms);
    Report report;
    report.id = "r-" + hex16(hash64(std::to_string(made_)));
    report.article.published = day(made_ / 1000);
    report.gist = terms.gist();
    ++made_;
    return report;
  }

 private:
  struct Matter {
    size_t number, left;
  };

  void add_common(pool::Terms& terms) {
    for (int i = 0; i < 60; ++i) {
      const double rank = std::exp(std::uniform_real_distribution<>(0, std::log(200000.0))(random_));
      const double weight = std::min(8.0, std::log(rank) - 2);
      const auto sort = i % 3 ? pool::Sort::word : pool::Sort::name;
      terms.add(sort, std::to_string(static_cast<size_t>(rank)), weight, {0, 1});
    }
  }

  void add_matter(pool::Terms& terms) {
    if (running_.size() < 500) running_.push_back({matters_++, 2 + random_() % 49});
    const size_t at = random_() % running_.size();
    Matter& matter = running_[at];
    for (int i = 0; i < 12; ++i) {
      const std::string form = "m" + std::to_string(matter.number) + " " + std::to_string(random_() % 30);
      for (int times = 0; times < 3; ++times) terms.add(i % 2 ? pool::Sort::word : pool::Sort::name, form, 7, {0, 1});
    }
    if (--matter.left == 0) running_.erase(running_.begin() + static_cast<std::ptrdiff_t>(at));
  }

  static std::string day(size_t number) {
    const auto date = std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(18000 + number)));
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", int(date.year()), unsigned(date.month()), unsigned(date.day()));
    return text;
  }

  std::mt19937_64 random_{1};
  std::vector<Matter> running_;
  size_t matters_ = 0, made_ = 0;
};

std::vector<Report> made(Maker& maker, size_t count) {
  std::vector<Report> out;
  for (size_t i = 0; i < count; ++i) out.push_back(maker.make());
  return out;
}

size_t allocated() {
  const auto now = mallinfo2();
  return now.uordblks + now.hblkhd;
}

double place(pool::Pool& pool, std::vector<Report>& reports, size_t& bytes) {
  std::vector<Report*> together;
  for (Report& report : reports) together.push_back(&report);
  bytes -= allocated();
  const auto start = Clock::now();
  pool.place(together);
  const double seconds = seconds_since(start);
  bytes += allocated();
  return seconds;
}

}  // namespace

int main(int argc, char** argv) {
  const size_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 10000;
  Maker maker;
  pool::Pool pool;
  std::vector<Account> accounts;
  double taken = 0, since = 0;
  size_t moved = 0, reported = 0, bytes = 0;
  for (size_t done = 0; done < count;) {
    auto reports = made(maker, std::min(lot, count - done));
    since += place(pool, reports, bytes);
    moved += pool.moved().size();
    done += reports.size();
    for (const Report& r : reports) accounts.push_back({r.id, "", r.story, r.article.published, r.gist});
    if (done - reported < count / 10 && done < count) continue;
    taken += since;
    std::printf("%9zu reports  %8.0f reports/s lately\n", done, static_cast<double>(done - reported) / since);
    reported = done, since = 0;
  }
  std::printf("%zu reports, %.0f reports/s, some %zu bytes each, %zu moved\n", count,
              static_cast<double>(count) / taken, bytes / count, moved);
  pool::Pool later;
  const auto start = Clock::now();
  for (const Account& account : accounts) later.remember(account);
  std::printf("remembered at %.0f reports/s\n", static_cast<double>(count) / seconds_since(start));
}
