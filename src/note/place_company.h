// The company that a place keeps: towns and counties that a report names together mostly lie together.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "note/place_mentions.h"

namespace coranto::note {

// How likely a sense is before its surroundings are asked, in powers of ten of population.
double prior_of(const Sense& sense);

double kilometres(const Area& a, const Area& b);

// Weighs the senses of all names of a document against each other. Each name gives each of its senses a share, at first
// by population; then, three times over, by population and by the shares of what lies near. The first 100 names and
// their 32 most populous senses take part, which bounds the cost.
class Company {
 public:
  // What `mentions` hold must outlive it.
  explicit Company(const std::vector<PlaceMention>& mentions);

  // How many other names of the document lie within 200 km of `area`, each counted by nearness and by its share: 0 and up.
  double near(std::string_view name, const Area& area) const;

 private:
  struct Point {
    uint32_t name;
    const Area* area;
    double prior, share;
  };
  using Cell = std::pair<int, int>;
  double near(uint32_t own, const Area& area) const;
  static Cell cell_of(const Area& area);
  void gather(const std::vector<PlaceMention>& mentions);
  void share_out(const std::vector<double>& support);

  std::map<std::string_view, uint32_t> names_;
  std::vector<Point> points_;  // by name
  std::vector<double> rest_;   // by name: the weight of its senses that are no points
  std::map<Cell, std::vector<uint32_t>> cells_;
};

}  // namespace coranto::note
