/* Threads share one model and one document. Exit code 1 if any of them sees something else than the first. */
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "coranto/c.h"

enum { threads = 4, rounds = 50 };

static const char text[] = "The mayor of Harrowgate said on Monday that the bridge would stay closed until spring.";

struct shared {
  const coranto_model* model;
  const coranto_document* first;
};

static int same(const coranto_document* a, const coranto_document* b) {
  size_t i;
  int same = coranto_token_count(a) == coranto_token_count(b);
  for (i = 0; same && i < coranto_token_count(a); ++i) {
    coranto_token x, y;
    coranto_token_at(a, i, &x, sizeof x);
    coranto_token_at(b, i, &y, sizeof y);
    same = x.begin == y.begin && x.head == y.head && x.lemma.size == y.lemma.size &&
           memcmp(x.lemma.data, y.lemma.data, x.lemma.size) == 0;
  }
  return same;
}

static void* parse_often(void* given) {
  const struct shared* shared = given;
  int i;
  for (i = 0; i < rounds; ++i) {
    coranto_document* document = coranto_parse(shared->model, text, strlen(text), NULL);
    const int equal = same(document, shared->first);
    coranto_document_free(document);
    if (!equal) return "differs";
  }
  return NULL;
}

int main(void) {
  coranto_model* model = coranto_open(MODEL, NULL);
  coranto_document* first = coranto_parse(model, text, strlen(text), NULL);
  struct shared shared;
  pthread_t crew[threads];
  void* fault;
  int i, faults = coranto_token_count(first) != 16;
  shared.model = model, shared.first = first;
  for (i = 0; i < threads; ++i) pthread_create(&crew[i], NULL, parse_often, &shared);
  for (i = 0; i < threads; ++i) pthread_join(crew[i], &fault), faults += fault != NULL;
  coranto_model_free(model);
  coranto_document_free(first);
  return printf("%d threads, %d faults\n", threads, faults), faults > 0;
}
