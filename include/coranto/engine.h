// The engine: the whole run, from paths to reports with their notes.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "coranto/document.h"
#include "coranto/inputs.h"
#include "coranto/notes.h"
#include "coranto/report.h"
#include "coranto/result.h"

namespace coranto {

struct Settings {
  std::string model;      // a spaCy 3.7 or 3.8 English package folder (the one with config.cfg)
  std::string data;       // the folder of tables
  bool isolated = false;  // the inputs are clean article text
  std::string published;  // ISO day for inputs that do not say their own
  Selection selection;    // what of the inputs is read, and how their fields are called
  std::string precision =
      "fp32";            // of the network; bf16x3, bf16 and int8 are faster on processors with AMX, less equal
  unsigned threads = 1;  // that read at the same time, the calling one among them
};

// A report and what was taken down from it.
struct Reading {
  Report report;
  Notes notes;
};

class Engine {
 public:
  // Opens model and tables; fails with Code::model, or with file and line of the table that is broken.
  static Result<Engine> open(const Settings& settings);

  Engine(Engine&&) noexcept;
  ~Engine();

  // Reads every path, a folder whole, and calls `give` for each report in input order, whatever the number of threads,
  // `fail` for each input that cannot be read; both on the calling thread, and so is `passed`, with the bytes of the
  // inputs that were read since the last time. Copies are recognised among all that this
  // engine has read, and reports on one matter are of one story; for that, articles are joined in batches of up to 2,048
  // (or 16 MB of text), and the reports of a batch are given together, once their stories are known. Memory does not grow
  // with the input but for some 3 KB a report (join, pool). Where standard input has no more for the moment, what was
  // read of it is given without waiting for the batch.
  using Give = std::function<void(const Reading&)>;
  using Fail = std::function<void(const Error&)>;
  using Passed = std::function<void(uint64_t)>;
  void read(const std::vector<std::string>& paths, const Give& give, const Fail& fail, const Passed& passed = {});

  // The bytes that `read` will tell as passed; 0 where that is not known (standard input).
  static uint64_t size_of(const std::vector<std::string>& paths);

  // A report that was read earlier, into a record for instance (Record::each_trace): from now on copies of it are
  // recognised as those of what this engine has read.
  void remember(const Trace& trace);

  // The same for stories (Record::each_account).
  void remember(const Account& account);

  // Reports that were given or remembered and have become of another story since this was last asked.
  std::vector<Move> moved();

  // Name and version of the model, "en_core_web_sm 3.8.0".
  const std::string& model_name() const;

 private:
  struct Stages;
  explicit Engine(std::unique_ptr<Stages> stages);
  std::unique_ptr<Stages> stages_;
};

}  // namespace coranto
