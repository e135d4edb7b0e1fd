// A report as people read it: who is in it, who said what, what happened, and the words that prove it.
#pragma once

#include <string>
#include <vector>

#include "codes.h"
#include "coranto/record.h"
#include "terminal.h"

namespace coranto::programs {

// Writes one report.
class Sheet {
 public:
  Sheet(const Terminal& terminal, const Codes& codes, const Report& report, const Notes& notes)
      : terminal_(terminal), codes_(codes), report_(report), article_(report.article), notes_(notes) {}

  // The whole report; of a teaser, the beginning of its text instead of the actors.
  std::string write(const std::vector<Copy>& copies);

  // That it is a copy, and of which report.
  std::string write_copy();

 private:
  void line(size_t indent, const Paragraph& paragraph, size_t rest = 0);
  void section(const char* name);
  std::string title() const;
  void head();
  void actors();
  void actor(const Actor& a);
  std::string office(const Actor& a) const;

  void statements();
  void statement(const Statement& s);
  void events();
  void event(const Event& e);
  void evidence(const Event& e);
  std::string time(const Event& e) const;
  std::string place(const Place& place) const;
  void on_whose_word(Paragraph& paragraph, const std::vector<ActorIndex>& via) const;
  std::string name(ActorIndex actor, std::string_view otherwise) const;
  std::string names(const std::vector<ActorIndex>& list) const;

  // Columns that `lines` lines hold at the deepest indent, less what wrapping takes.
  size_t room(size_t lines) const;

  const Terminal& terminal_;
  const Codes& codes_;
  const Report& report_;
  const Article& article_;
  const Notes& notes_;
  std::string out_;
};

// The texts that are not empty, with `between` between them.
std::string joined(const std::vector<std::string>& texts, const char* between);

}  // namespace coranto::programs
