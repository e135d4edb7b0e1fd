#include "note/place_company.h"

#include <algorithm>
#include <cmath>

namespace coranto::note {
namespace {

constexpr size_t most_names = 100, most_senses = 32;
constexpr int rounds = 3;
constexpr double reach_km = 200, half_km = 60;  // where a neighbour counts nothing, and half
constexpr double pull = 1.5;                    // of one neighbour, in powers of ten of population
constexpr double sharpness = 0.8;               // of the shares
constexpr double cell_degrees = 2;

bool is_point(const Sense& sense) {
  return sense.meaning == Meaning::name && sense.area.located &&
         (sense.area.resolution == Resolution::city || sense.area.resolution == Resolution::district);
}

}  // namespace

double prior_of(const Sense& sense) {
  constexpr double country = 7.6, province = 6.9, region = 6.8;
  switch (sense.area.resolution) {
    case Resolution::country:
      return country;
    case Resolution::province:
      return province;
    case Resolution::city:
    case Resolution::district:
      return std::log10(sense.area.population + 100.0);
    default:
      return region;
  }
}

double kilometres(const Area& a, const Area& b) {
  constexpr double radian = 3.14159265358979323846 / 180;
  const double x = (b.lon - a.lon) * radian * std::cos((a.lat + b.lat) / 2 * radian);
  const double y = (b.lat - a.lat) * radian;
  return 6371 * std::sqrt(x * x + y * y);
}

Company::Cell Company::cell_of(const Area& area) {
  return {static_cast<int>(std::floor(area.lat / cell_degrees)), static_cast<int>(std::floor(area.lon / cell_degrees))};
}

Company::Company(const std::vector<PlaceMention>& mentions) {
  gather(mentions);
  std::vector<double> support(points_.size(), 0);
  for (int round = 0; round < rounds; ++round) {
    share_out(support);
    std::transform(points_.begin(), points_.end(), support.begin(),
                   [this](const Point& point) { return near(point.name, *point.area); });
  }
  share_out(support);
}

void Company::gather(const std::vector<PlaceMention>& mentions) {
  for (const PlaceMention& mention : mentions) {
    if (mention.senses.empty() || names_.size() == most_names) continue;
    const auto number = static_cast<uint32_t>(names_.size());
    if (!names_.emplace(mention.text, number).second) continue;
    rest_.push_back(0);
    size_t taken = 0;
    for (const Sense& sense : mention.senses) {
      if (!is_point(sense)) {
        if (sense.meaning != Meaning::capital) rest_.back() += std::pow(10, sharpness * prior_of(sense));
      } else if (taken++ < most_senses) {
        cells_[cell_of(sense.area)].push_back(static_cast<uint32_t>(points_.size()));
        points_.push_back({number, &sense.area, prior_of(sense), 0});
      }
    }
  }
}

void Company::share_out(const std::vector<double>& support) {
  std::vector<double> all = rest_;
  for (size_t i = 0; i < points_.size(); ++i) {
    points_[i].share = std::pow(10, sharpness * (points_[i].prior + pull * support[i]));
    all[points_[i].name] += points_[i].share;
  }
  for (Point& point : points_) point.share /= all[point.name];
}

double Company::near(std::string_view name, const Area& area) const {
  const auto own = names_.find(name);
  return near(own == names_.end() ? UINT32_MAX : own->second, area);
}

double Company::near(uint32_t own, const Area& area) const {
  std::map<uint32_t, double> best;  // by name
  const Cell here = cell_of(area);
  for (int y = here.first - 1; y <= here.first + 1; ++y) {
    for (int x = here.second - 2; x <= here.second + 2; ++x) {
      const auto cell = cells_.find({y, x});
      if (cell == cells_.end()) continue;
      for (const uint32_t i : cell->second) {
        const Point& other = points_[i];
        const double km = kilometres(area, *other.area);
        if (km >= reach_km || other.name == own) continue;
        double& most = best[other.name];
        most = std::max(most, other.share / (1 + (km / half_km) * (km / half_km)));
      }
    }
  }
  double sum = 0;
  for (const auto& [other, share] : best) sum += share;
  return sum;
}

}  // namespace coranto::note
