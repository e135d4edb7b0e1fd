// The imprint of a page: what it says of itself beside title, authors and day.
#pragma once

#include <string>
#include <vector>

namespace coranto {

// What a page is made for; `stub`: an error, or no more than the opening of a story that has to be paid for.
enum class PageKind { unknown, article, live, index, video, gallery, stub };

// An entry of a live blog.
struct Post {
  std::string time;  // as Imprint::published_at, or an ISO day; empty if unknown
  std::string title, text;
};

// Empty where the page says nothing.
struct Imprint {
  PageKind kind = PageKind::unknown;
  std::string subtitle;
  std::string published_at;  // "2025-11-01T10:00:00+01:00", as the page gives it: without zone where it names none
  std::string updated;       // the same, or an ISO day
  std::string publisher, section;
  std::string url;       // canonical
  std::string language;  // BCP 47: "en", "en-GB"
  std::vector<Post> posts;
};

}  // namespace coranto
