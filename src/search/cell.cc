#include "search/cell.h"

#include <cstdio>
#include <string_view>
#include <vector>

#include "search/scalar.h"

namespace coranto::search {
namespace {

// A logical type that frees itself.
struct Type {
  explicit Type(duckdb_logical_type type) : handle(type) {}
  Type(const Type&) = delete;
  Type& operator=(const Type&) = delete;
  ~Type() { duckdb_destroy_logical_type(&handle); }
  duckdb_logical_type handle;
};

template <typename T>
T at(duckdb_vector cells, idx_t row) {
  return static_cast<const T*>(duckdb_vector_get_data(cells))[row];
}

void append_items(std::string& out, duckdb_vector child, duckdb_logical_type type, idx_t first, idx_t count) {
  out += '[';
  for (idx_t i = 0; i < count; ++i) {
    if (i) out += ", ";
    append_json(out, child, type, first + i);
  }
  out += ']';
}

void append_list(std::string& out, duckdb_vector cells, duckdb_logical_type type, idx_t row) {
  const auto entry = at<duckdb_list_entry>(cells, row);
  const Type child(duckdb_list_type_child_type(type));
  append_items(out, duckdb_list_vector_get_child(cells), child.handle, entry.offset, entry.length);
}

void append_array(std::string& out, duckdb_vector cells, duckdb_logical_type type, idx_t row) {
  const idx_t size = duckdb_array_type_array_size(type);
  const Type child(duckdb_array_type_child_type(type));
  append_items(out, duckdb_array_vector_get_child(cells), child.handle, row * size, size);
}

void append_struct(std::string& out, duckdb_vector cells, duckdb_logical_type type, idx_t row) {
  out += '{';
  for (idx_t i = 0; i < duckdb_struct_type_child_count(type); ++i) {
    char* name = duckdb_struct_type_child_name(type, i);
    const Type child(duckdb_struct_type_child_type(type, i));
    if (i) out += ", ";
    append_json_string(out, name);
    out += ": ";
    append_json(out, duckdb_struct_vector_get_child(cells, i), child.handle, row);
    duckdb_free(name);
  }
  out += '}';
}

// A list of structs of key and value.
void append_map(std::string& out, duckdb_vector cells, duckdb_logical_type type, idx_t row) {
  const auto entry = at<duckdb_list_entry>(cells, row);
  const Type key(duckdb_map_type_key_type(type)), value(duckdb_map_type_value_type(type));
  duckdb_vector pairs = duckdb_list_vector_get_child(cells);
  out += '{';
  for (idx_t i = entry.offset; i < entry.offset + entry.length; ++i) {
    if (i > entry.offset) out += ", ";
    std::string name;
    append_text(name, duckdb_struct_vector_get_child(pairs, 0), key.handle, i);
    append_json_string(out, name);
    out += ": ";
    append_json(out, duckdb_struct_vector_get_child(pairs, 1), value.handle, i);
  }
  out += '}';
}

// Appends a nested cell; false if the cell is none.
bool append_nested(std::string& out, duckdb_vector cells, duckdb_logical_type type, idx_t row) {
  switch (duckdb_get_type_id(type)) {
    case DUCKDB_TYPE_LIST:
      return append_list(out, cells, type, row), true;
    case DUCKDB_TYPE_ARRAY:
      return append_array(out, cells, type, row), true;
    case DUCKDB_TYPE_STRUCT:
      return append_struct(out, cells, type, row), true;
    case DUCKDB_TYPE_MAP:
      return append_map(out, cells, type, row), true;
    default:
      return false;
  }
}

bool all_writable(const std::vector<duckdb_logical_type>& types) {
  bool all = true;
  for (duckdb_logical_type type : types) {
    const Type held(type);
    all = writable(held.handle) && all;
  }
  return all;
}

}  // namespace

bool writable(duckdb_logical_type type) {
  switch (duckdb_get_type_id(type)) {
    case DUCKDB_TYPE_LIST:
      return all_writable({duckdb_list_type_child_type(type)});
    case DUCKDB_TYPE_ARRAY:
      return all_writable({duckdb_array_type_child_type(type)});
    case DUCKDB_TYPE_MAP:
      return all_writable({duckdb_map_type_key_type(type), duckdb_map_type_value_type(type)});
    case DUCKDB_TYPE_STRUCT: {
      std::vector<duckdb_logical_type> children;
      for (idx_t i = 0; i < duckdb_struct_type_child_count(type); ++i)
        children.push_back(duckdb_struct_type_child_type(type, i));
      return all_writable(children);
    }
    case DUCKDB_TYPE_FLOAT:
    case DUCKDB_TYPE_DOUBLE:
    case DUCKDB_TYPE_DECIMAL:
    case DUCKDB_TYPE_VARCHAR:
    case DUCKDB_TYPE_BLOB:
    case DUCKDB_TYPE_DATE:
    case DUCKDB_TYPE_TIME:
    case DUCKDB_TYPE_TIMESTAMP:
    case DUCKDB_TYPE_INTERVAL:
    case DUCKDB_TYPE_UUID:
    case DUCKDB_TYPE_ENUM:
    case DUCKDB_TYPE_SQLNULL:
    case DUCKDB_TYPE_BOOLEAN:
      return true;
    default:
      return is_number(type);
  }
}

bool is_number(duckdb_logical_type type) {
  switch (duckdb_get_type_id(type)) {
    case DUCKDB_TYPE_TINYINT:
    case DUCKDB_TYPE_SMALLINT:
    case DUCKDB_TYPE_INTEGER:
    case DUCKDB_TYPE_BIGINT:
    case DUCKDB_TYPE_UTINYINT:
    case DUCKDB_TYPE_USMALLINT:
    case DUCKDB_TYPE_UINTEGER:
    case DUCKDB_TYPE_UBIGINT:
    case DUCKDB_TYPE_HUGEINT:
    case DUCKDB_TYPE_UHUGEINT:
    case DUCKDB_TYPE_FLOAT:
    case DUCKDB_TYPE_DOUBLE:
      return true;
    default:
      return false;
  }
}

bool is_null(duckdb_vector cells, duckdb_logical_type type, idx_t row) {
  if (duckdb_get_type_id(type) == DUCKDB_TYPE_SQLNULL) return true;
  uint64_t* mask = duckdb_vector_get_validity(cells);
  return mask && !duckdb_validity_row_is_valid(mask, row);
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\', out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20 || byte == 0x7F) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", byte);
      out += escape;
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_json(std::string& out, duckdb_vector cells, duckdb_logical_type type, idx_t row) {
  if (is_null(cells, type, row)) {
    out += "null";
    return;
  }
  if (append_nested(out, cells, type, row)) return;
  const std::string text = scalar(cells, type, row);
  const bool finite = text.find_first_of("in") == std::string::npos;  // JSON has no inf and nan
  const bool bare = duckdb_get_type_id(type) == DUCKDB_TYPE_BOOLEAN || (is_number(type) && finite);
  bare ? void(out += text) : append_json_string(out, text);
}

void append_text(std::string& out, duckdb_vector cells, duckdb_logical_type type, idx_t row) {
  if (is_null(cells, type, row) || append_nested(out, cells, type, row)) return;
  out += scalar(cells, type, row);
}

}  // namespace coranto::search
