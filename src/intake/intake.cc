#include "intake/intake.h"

#include <fstream>
#include <sstream>

namespace coranto::intake {

void read(const std::string& path, const Options& options, const std::function<void(Page)>& page,
          const std::function<void(Error)>& failed) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return failed({Code::not_found, "cannot be opened", path});
  std::ostringstream text;
  text << file.rdbuf();
  Page read;
  read.source = path;
  read.text = text.str();
  read.isolated = options.isolated;
  read.published = options.published;
  page(std::move(read));
}

}  // namespace coranto::intake
