// Runs the note stage on stored analyses, without a model: notes_of_conllu CONLLU_FOLDER TEXT_FOLDER > OUT.jsonl
// The date sidecar TEXT_FOLDER/NAME.json gives the day of publication.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "conllu.h"
#include "note/note.h"
#include "record/report_json.h"

namespace {

std::string published_of(const std::filesystem::path& sidecar) {
  std::ifstream file(sidecar);
  const auto json = file ? nlohmann::json::parse(file, nullptr, false) : nlohmann::json();
  const bool known = json.is_object() && json.contains("published") && json["published"].is_string();
  return known ? json["published"].get<std::string>() : "";
}

}  // namespace

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  if (argc != 3) return 2;
  auto noter = coranto::note::Noter::open(CORANTO_ROOT "/data");
  if (!noter) return std::cerr << noter.error().text() << '\n', 3;
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(argv[1])) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  for (const auto& path : paths) {
    const fs::path text = fs::path(argv[2]) / (path.stem().string() + ".txt");
    const auto stored = coranto::tests::read_conllu(path.string(), text.string());
    coranto::Report report;
    report.article.source = text.string();
    report.article.text = stored->text;
    report.article.published = published_of(fs::path(text).replace_extension(".json"));
    std::cout << coranto::record::report_json(report, noter->note(report, stored->document)) << '\n';
  }
}
