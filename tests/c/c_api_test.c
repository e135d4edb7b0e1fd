/* The C API, used as a C89 program uses it. Prints what does not hold; exit code 1 if anything. */
#include <stdio.h>
#include <string.h>

#include "coranto/c.h"

static int faults = 0;

#define EXPECT(condition) \
  ((condition) ? (void)0 : (void)(++faults, printf("%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition)))

static int is(coranto_string string, const char* text) {
  return string.size == strlen(text) && memcmp(string.data, text, string.size) == 0;
}

static const char sample[] = "Zo\xC3\xAB left Paris.  She works for the World Food Program.";

static coranto_token token_at(const coranto_document* document, size_t index) {
  coranto_token token;
  EXPECT(coranto_token_at(document, index, &token, sizeof token) == CORANTO_OK);
  return token;
}

static void test_tokens(const coranto_document* document) {
  const coranto_token left = token_at(document, 1), paris = token_at(document, 2), world = token_at(document, 9);
  EXPECT(is(coranto_document_text(document), sample));
  EXPECT(coranto_token_count(document) == 13);
  EXPECT(is(left.text, "left") && is(left.lemma, "leave") && is(left.pos, "VERB") && is(left.tag, "VBD"));
  EXPECT(is(left.dep, "ROOT") && left.head == 1 && is(left.morph, "Tense=Past|VerbForm=Fin"));
  EXPECT(left.begin == 5 && left.end == 9 && left.point_begin == 4 && left.point_end == 8);
  EXPECT(is(left.whitespace, " ") && is(paris.whitespace, "") && !left.sentence_start);
  EXPECT(paris.head == 1 && is(paris.dep, "dobj") && paris.entity_iob == 'B' && is(paris.entity_type, "GPE"));
  EXPECT(left.entity_iob == 'O' && is(left.entity_type, ""));
  EXPECT(world.entity_iob == 'I' && is(world.entity_type, "ORG"));
  EXPECT(token_at(document, 0).sentence_start && token_at(document, 5).sentence_start);
}

static void test_stretches(const coranto_document* document) {
  coranto_sentence sentence;
  coranto_entity entity;
  EXPECT(coranto_sentence_count(document) == 2);
  EXPECT(coranto_sentence_at(document, 1, &sentence, sizeof sentence) == CORANTO_OK);
  EXPECT(sentence.first_token == 5 && sentence.end_token == 13);
  EXPECT(sentence.end == strlen(sample) && sentence.point_end == sentence.end - 1);
  EXPECT(coranto_entity_count(document) >= 2);
  EXPECT(coranto_entity_at(document, coranto_entity_count(document) - 1, &entity, sizeof entity) == CORANTO_OK);
  EXPECT(is(entity.text, "the World Food Program") && is(entity.type, "ORG"));
  EXPECT(entity.first_token == 8 && entity.end_token == 12 && entity.point_begin == entity.begin - 1);
}

/* A program of an older header has a shorter struct, one of a newer a longer. */
static void test_sizes(const coranto_document* document) {
  struct {
    coranto_token known;
    size_t added;
  } longer;
  coranto_token shorter;
  longer.added = 7;
  EXPECT(coranto_token_at(document, 0, &longer.known, sizeof longer) == CORANTO_OK);
  EXPECT(longer.added == 0 && is(longer.known.entity_type, token_at(document, 0).entity_type.size ? "PERSON" : ""));
  shorter.head = 77;
  EXPECT(coranto_token_at(document, 1, &shorter, 2 * sizeof(size_t)) == CORANTO_OK);
  EXPECT(shorter.begin == 5 && shorter.end == 9 && shorter.head == 77);
}

static void test_beyond_the_end(const coranto_document* document) {
  coranto_token token;
  coranto_sentence sentence;
  coranto_entity entity;
  EXPECT(coranto_token_at(document, coranto_token_count(document), &token, sizeof token) == CORANTO_USAGE);
  EXPECT(coranto_sentence_at(document, (size_t)-1, &sentence, sizeof sentence) == CORANTO_USAGE);
  EXPECT(coranto_entity_at(document, coranto_entity_count(document), &entity, sizeof entity) == CORANTO_USAGE);
  EXPECT(coranto_token_at(document, 0, NULL, sizeof token) == CORANTO_USAGE);
  EXPECT(coranto_token_at(NULL, 0, &token, sizeof token) == CORANTO_USAGE);
}

static void test_null(const coranto_model* model) {
  coranto_error* error = NULL;
  EXPECT(!coranto_open(NULL, &error) && coranto_error_code(error) == CORANTO_USAGE);
  coranto_error_free(error);
  EXPECT(!coranto_parse(NULL, "x", 1, &error) && coranto_error_code(error) == CORANTO_USAGE);
  coranto_error_free(error);
  EXPECT(!coranto_parse(model, NULL, 1, NULL));
  EXPECT(coranto_token_count(NULL) == 0 && coranto_document_text(NULL).size == 0);
  EXPECT(coranto_error_code(NULL) == CORANTO_OK && strcmp(coranto_model_name(NULL), "") == 0);
  EXPECT(coranto_parse_batch(model, NULL, 0, NULL, NULL, NULL) == CORANTO_OK);
  EXPECT(coranto_parse_batch(model, NULL, 1, NULL, NULL, NULL) == CORANTO_USAGE);
  coranto_model_free(NULL);
  coranto_document_free(NULL);
  coranto_error_free(NULL);
}

static void test_no_model(void) {
  coranto_error* error = NULL;
  EXPECT(!coranto_open("nowhere", &error));
  EXPECT(coranto_error_code(error) == CORANTO_NOT_FOUND || coranto_error_code(error) == CORANTO_MODEL);
  EXPECT(strstr(coranto_error_where(error), "nowhere") && strlen(coranto_error_reason(error)) > 0);
  coranto_error_free(error);
  EXPECT(!coranto_open("nowhere", NULL));
}

static void test_odd_texts(const coranto_model* model) {
  coranto_error* error = NULL;
  coranto_document* empty = coranto_parse(model, NULL, 0, &error);
  coranto_document* nul = coranto_parse(model, "a\0b c", 5, &error);
  EXPECT(empty && coranto_token_count(empty) == 0 && coranto_sentence_count(empty) == 0);
  EXPECT(nul && coranto_document_text(nul).size == 5 && coranto_token_count(nul) >= 2);
  coranto_document_free(empty);
  coranto_document_free(nul);
  EXPECT(!coranto_parse(model, "ab\xFF", 3, &error) && coranto_error_code(error) == CORANTO_ENCODING);
  EXPECT(strstr(coranto_error_reason(error), "byte 2"));
  coranto_error_free(error);
}

static int same(const coranto_document* a, const coranto_document* b) {
  size_t i;
  if (coranto_token_count(a) != coranto_token_count(b)) return 0;
  for (i = 0; i < coranto_token_count(a); ++i) {
    const coranto_token x = token_at(a, i), y = token_at(b, i);
    if (x.begin != y.begin || x.head != y.head || x.dep.data != y.dep.data || x.entity_iob != y.entity_iob) return 0;
  }
  return 1;
}

static void test_batch(const coranto_model* model, const coranto_document* alone) {
  enum { count = 40 };
  coranto_string texts[count];
  coranto_document* documents[count];
  coranto_options options = {sizeof options, 3, 100};
  coranto_error* error = NULL;
  size_t i;
  for (i = 0; i < count; ++i) texts[i].data = sample, texts[i].size = i % 4 == 3 ? 0 : strlen(sample);
  EXPECT(coranto_parse_batch(model, texts, count, &options, documents, &error) == CORANTO_OK && !error);
  for (i = 0; i < count; ++i) {
    EXPECT(i % 4 == 3 ? coranto_token_count(documents[i]) == 0 : same(documents[i], alone));
    coranto_document_free(documents[i]);
  }
  texts[2].data = "\xC3", texts[2].size = 1;
  EXPECT(coranto_parse_batch(model, texts, count, NULL, documents, &error) == CORANTO_ENCODING);
  EXPECT(strcmp(coranto_error_where(error), "text 2") == 0);
  for (i = 0; i < count; ++i) EXPECT(documents[i] == NULL);
  coranto_error_free(error);
}

int main(void) {
  coranto_error* error = NULL;
  coranto_model* model = coranto_open(MODEL, &error);
  coranto_document* document;
  if (!model) return printf("%s: %s\n", coranto_error_where(error), coranto_error_reason(error)), 1;
  EXPECT(strncmp(coranto_model_name(model), "en_core_web_sm", 14) == 0);
  EXPECT(coranto_abi() == CORANTO_ABI && strchr(coranto_version(), '.'));
  test_null(model);
  test_no_model();
  test_odd_texts(model);
  document = coranto_parse(model, sample, strlen(sample), &error);
  EXPECT(document && !error);
  test_batch(model, document);
  coranto_model_free(model);
  test_tokens(document); /* the model was freed first */
  test_stretches(document);
  test_sizes(document);
  test_beyond_the_end(document);
  coranto_document_free(document);
  return faults > 0;
}
