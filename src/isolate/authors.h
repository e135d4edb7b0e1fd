// Who wrote it: names in bylines, told from agencies and desks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coranto/article.h"
#include "isolate/tables.h"

namespace coranto::isolate {

// The names of a byline in the text, "Jane Roe, John Doe and AFP": persons and desks to the article's byline, agencies
// to its agencies.
void add_names(Article& article, std::string_view list, const Tables& tables);
void add_agencies(Article& article, std::string_view list, const Tables& tables);

// The same of names in the page's metadata, where more stands that is no person: desks, accounts ("admin"), the
// publisher itself, offices beside a name ("Tom Roe, AP Auto Writer"); only persons and agencies are taken.
void add_stated_names(Article& article, const std::vector<std::string>& names, const Tables& tables);

// "Staff writer" only where nobody is named.
void drop_desks(Article& article, const Tables& tables);

}  // namespace coranto::isolate
