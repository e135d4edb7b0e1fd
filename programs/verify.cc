// coranto verify: is the record in order?
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "commands.h"
#include "coranto/record.h"
#include "messages.h"

namespace coranto::programs {
namespace {

int verify(const std::string& folder) {
  auto record = Record::open(folder);
  if (!record) return complain(record.error()), cannot_open;
  const auto findings = record->verify();
  if (!findings) return complain(findings.error()), cannot_open;
  for (const auto& check : findings->checked) std::printf("checked  %s\n", check.c_str());
  for (const auto& fault : findings->faults) std::printf("FAULT    %s\n", fault.c_str());
  if (findings->faults.empty()) return std::puts("The record is in order."), done;
  std::printf("%zu faults.\n", findings->faults.size());
  return failed;
}

}  // namespace

void add_verify(CLI::App& app, int& exit_code) {
  auto folder = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("verify", "Check a record: spans, ids, references, counts");
  command->add_option("record", *folder, "Folder of the record")->required();
  command->callback([folder, &exit_code] { exit_code = verify(*folder); });
}

}  // namespace coranto::programs
