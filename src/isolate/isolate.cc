#include "isolate/isolate.h"

namespace coranto::isolate {

std::vector<Article> isolate(const Page& page) {
  Article article;
  article.source = page.source;
  article.text = page.text;
  article.published = page.published;
  article.published_from = page.published_from;
  return {article};
}

}  // namespace coranto::isolate
