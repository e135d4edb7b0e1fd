/* Coranto from C: the language analysis of English text, equal to spaCy's with the same model.
 *
 *   coranto_open -> model; coranto_parse(model, text) -> document; coranto_token_at(document, i) -> token
 *
 * Handles    A model and a document are opaque. Each is freed by its own function, in any order: a document keeps what
 *            it needs of its model. Freeing NULL does nothing.
 * Lifetime   Strings are views, not NUL-terminated, and live as long as the document they came from (of an error: as
 *            long as the error). coranto_version() and the labels' strings are never the caller's to free.
 * Text       UTF-8, copied by coranto_parse. NUL is a character like any other; a byte order mark is not taken off.
 *            Places are given in bytes and in Unicode code points.
 * Threads    Models and documents are read-only once made: any number of threads may use one at the same time, but for
 *            the freeing of it. An error belongs to one thread at a time.
 * Errors     A function that can fail returns NULL or a code other than CORANTO_OK, and hands over an error that says
 *            why where its last argument is not NULL; that error is the caller's to free. Nothing is printed, nothing
 *            aborts, no exception comes out; NULL for a handle is CORANTO_USAGE or counts as an empty document.
 * ABI        Functions, codes and fields stay as they are; new ones are added: functions, codes above the last, fields
 *            at the end of a struct. A struct goes with its size, so that a program and a library of different ages fit.
 *            The shared library's number (libcoranto.so.1) and CORANTO_ABI change together if that is ever broken.
 */
#ifndef CORANTO_C_H
#define CORANTO_C_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define CORANTO_ABI 1

/* The release, "0.1.0", and the CORANTO_ABI of the library that is loaded. */
const char* coranto_version(void);
int coranto_abi(void);

typedef struct coranto_model coranto_model;
typedef struct coranto_document coranto_document;
typedef struct coranto_error coranto_error;

/* `size` bytes at `data`, which is never NULL in what the library gives: printf("%.*s", (int)s.size, s.data). */
typedef struct coranto_string {
  const char* data;
  size_t size;
} coranto_string;

typedef enum coranto_code {
  CORANTO_OK = 0,
  CORANTO_USAGE = 1,      /* an argument that makes no sense: NULL, an index beyond the end */
  CORANTO_NOT_FOUND = 2,  /* no such file or folder */
  CORANTO_UNREADABLE = 3, /* it exists but could not be read */
  CORANTO_ENCODING = 4,   /* a text that is not UTF-8 */
  CORANTO_TOO_LARGE = 5,  /* a text of 4 GiB or more */
  CORANTO_MALFORMED = 6,  /* a file of the model that is broken */
  CORANTO_MODEL = 7,      /* a model that is missing something or of a kind that is not supported */
  CORANTO_MEMORY = 8,     /* no memory left */
  CORANTO_INTERNAL = 9    /* a fault of the library */
} coranto_code;

/* `reason` is for a person, `where` names the file or the text of a batch ("text 3"), "" where there is none. */
coranto_code coranto_error_code(const coranto_error* error);
const char* coranto_error_reason(const coranto_error* error);
const char* coranto_error_where(const coranto_error* error);
void coranto_error_free(coranto_error* error);

/* `folder`: a spaCy 3.7 or 3.8 English package folder, the one with config.cfg. Takes some 0.1 s. NULL on failure. */
coranto_model* coranto_open(const char* folder, coranto_error** error);
void coranto_model_free(coranto_model* model);

/* Name and version, "en_core_web_sm 3.8.0"; as long as the model. */
const char* coranto_model_name(const coranto_model* model);

/* The analysis of one text of `size` bytes, which may be 0. NULL on failure. */
coranto_document* coranto_parse(const coranto_model* model, const char* text, size_t size, coranto_error** error);

/* How a batch is worked on; what is 0 is as if not said. Set `size` to sizeof(coranto_options), the rest to 0. */
typedef struct coranto_options {
  size_t size;
  size_t threads;     /* that label at the same time, the calling one among them; at most 256; 0: one */
  size_t batch_bytes; /* of text that a thread labels at once; 0: 65536 */
} coranto_options;

/* The analyses of `count` texts, put into documents[0 .. count - 1], each to be freed. Faster than one by one, and
 * exactly the same. On failure none is made and every documents[i] is NULL. `options` may be NULL. */
coranto_code coranto_parse_batch(const coranto_model* model, const coranto_string* texts, size_t count,
                                 const coranto_options* options, coranto_document** documents, coranto_error** error);
void coranto_document_free(coranto_document* document);

coranto_string coranto_document_text(const coranto_document* document);
size_t coranto_token_count(const coranto_document* document);
size_t coranto_sentence_count(const coranto_document* document);
size_t coranto_entity_count(const coranto_document* document);

typedef struct coranto_token {
  size_t begin, end;             /* bytes of the document's text */
  size_t point_begin, point_end; /* the same in code points */
  coranto_string text;
  coranto_string whitespace; /* " " where a space follows, which belongs to no token, else "" */
  coranto_string lemma;
  coranto_string pos;         /* universal part of speech, "VERB" */
  coranto_string tag;         /* Penn tag, "VBD" */
  coranto_string morph;       /* "Tense=Past|VerbForm=Fin", "" if none */
  coranto_string dep;         /* ClearNLP relation to the head, "nsubj"; "ROOT" for a root */
  size_t head;                /* index of the head; its own index for a root */
  int sentence_start;         /* 1 for the first token of a sentence, else 0 */
  char entity_iob;            /* 'B' begins an entity, 'I' is inside one, 'O' outside */
  coranto_string entity_type; /* "PERSON"; "" outside */
} coranto_token;

/* A stretch of tokens, [first_token, end_token), and of the text. */
typedef struct coranto_sentence {
  size_t first_token, end_token;
  size_t begin, end;
  size_t point_begin, point_end;
} coranto_sentence;

typedef struct coranto_entity {
  size_t first_token, end_token;
  size_t begin, end;
  size_t point_begin, point_end;
  coranto_string text;
  coranto_string type; /* "GPE" */
} coranto_entity;

/* Fill the struct with what is at `index`; `size` is the size of the struct, as the program was compiled. CORANTO_USAGE,
 * and nothing filled, if there is no such index. Constant time for a text of ASCII, logarithmic otherwise. */
coranto_code coranto_token_at(const coranto_document* document, size_t index, coranto_token* token, size_t size);
coranto_code coranto_sentence_at(const coranto_document* document, size_t index, coranto_sentence* sentence,
                                 size_t size);
coranto_code coranto_entity_at(const coranto_document* document, size_t index, coranto_entity* entity, size_t size);

#ifdef __cplusplus
}
#endif

#endif
