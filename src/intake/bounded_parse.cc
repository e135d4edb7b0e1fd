// Looks on as the tokenizer hands its tokens to the tree builder, and stops it. Bytes are given in blocks, so that a
// tag that never ends is seen too.
#include "intake/bounded_parse.h"

#include <lexbor/dom/dom.h>

#include <string>

namespace coranto::intake {
namespace {

constexpr size_t deepest = 500;                    // open elements, browsers stop at 512
constexpr size_t most_formats = 500;               // unclosed formatting elements, opened again in every paragraph
constexpr size_t most_attributes = 250;            // of a tag
constexpr size_t most_names = 5000;                // of tags, and of attributes
constexpr size_t most_tree = size_t{400} << 20;    // bytes of nodes
constexpr size_t most_moved = size_t{4096} << 20;  // bytes of text that is moved as more comes to it
constexpr size_t block = 1 << 14;

class Guard {
 public:
  explicit Guard(lxb_html_document_t* document) : document_(lxb_dom_interface_document(document)) {
    auto* parser = static_cast<lxb_html_parser_t*>(document_->parser);
    tokenizer_ = parser->tkz;
    tree_ = parser->tree;
    build_ = tokenizer_->callback_token_done;
    lxb_html_tokenizer_callback_token_done_set(tokenizer_, look, this);
  }
  ~Guard() { lxb_html_tokenizer_callback_token_done_set(tokenizer_, build_, tree_); }
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;

  // Of the tag that is being read.
  bool is_within() { return fault_.empty() && check_attributes(tokenizer_->token); }
  const std::string& fault() const { return fault_; }

 private:
  static lxb_html_token_t* look(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token, void* self) {
    auto& guard = *static_cast<Guard*>(self);
    if (guard.check(token)) return guard.build_(tokenizer, token, guard.tree_);
    tokenizer->status = LXB_STATUS_STOPPED;
    return nullptr;
  }

  bool limit(size_t found, size_t most, const char* what) {
    if (found > most) fault_ = "is no page to read: more than " + std::to_string(most) + " " + what;
    return found <= most;
  }

  bool check(const lxb_html_token_t* token) {
    if (token->tag_id == LXB_TAG__TEXT) moved_ += text_here();
    return limit(tree_->open_elements->length, deepest, "elements inside each other") &&
           limit(tree_->active_formatting->length, most_formats, "unclosed formatting elements") &&
           limit(lexbor_dobject_allocated(document_->tags->entries), most_names, "names of elements") &&
           limit(lexbor_dobject_allocated(document_->attrs->entries), most_names, "names of attributes") &&
           limit(document_->mraw->mem->chunk_length * document_->mraw->mem->chunk_min_size, most_tree,
                 "bytes of elements") &&
           limit(moved_, most_moved, "bytes of text in pieces") && check_attributes(token);
  }

  bool check_attributes(const lxb_html_token_t* token) {
    size_t count = 0;
    for (const auto* at = token ? token->attr_first : nullptr; at && count <= most_attributes; at = at->next) ++count;
    return limit(count, most_attributes, "attributes of an element");
  }

  // Bytes of the text that a text coming now is added to: the last in the open element, or what stands before the open
  // table.
  size_t text_here() const {
    const auto* open = tree_->open_elements;
    size_t bytes = 0;
    for (size_t i = open->length; i-- > 0;) {
      const auto* node = static_cast<const lxb_dom_node_t*>(open->list[i]);
      const bool table = node->local_name == LXB_TAG_TABLE;
      if (i + 1 == open->length) bytes += size_of(node->last_child);
      if (table) return bytes + size_of(node->prev);
    }
    return bytes;
  }

  static size_t size_of(const lxb_dom_node_t* node) {
    if (!node || node->type != LXB_DOM_NODE_TYPE_TEXT) return 0;
    return reinterpret_cast<const lxb_dom_character_data_t*>(node)->data.length;
  }

  lxb_dom_document_t* document_;
  lxb_html_tokenizer_t* tokenizer_;
  lxb_html_tree_t* tree_;
  lxb_html_tokenizer_token_f build_;
  size_t moved_ = 0;
  std::string fault_;
};

}  // namespace

Result<HtmlDocument> parse_bounded(std::string_view page) {
  HtmlDocument document(lxb_html_document_create());
  if (!document || lxb_html_document_parse_chunk_begin(document.get()) != LXB_STATUS_OK)
    return Error{Code::too_large, "no memory to parse it", ""};
  Guard guard(document.get());
  bool going = true;
  for (size_t at = 0; going && at < page.size(); at += block) {
    const auto piece = page.substr(at, block);
    going = lxb_html_document_parse_chunk(document.get(), reinterpret_cast<const lxb_char_t*>(piece.data()),
                                          piece.size()) == LXB_STATUS_OK &&
            guard.is_within();
  }
  going = going && lxb_html_document_parse_chunk_end(document.get()) == LXB_STATUS_OK;
  if (!guard.fault().empty()) return Error{Code::too_large, guard.fault(), ""};
  if (!going) return Error{Code::too_large, "no memory to parse it", ""};
  return document;
}

}  // namespace coranto::intake
