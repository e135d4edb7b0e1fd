#include "search/cell.h"

#include <cmath>
#include <cstdio>
#include <string_view>
#include <vector>

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

std::string_view string_at(duckdb_vector cells, idx_t row) {
  auto* text = static_cast<duckdb_string_t*>(duckdb_vector_get_data(cells)) + row;
  return {duckdb_string_t_data(text), duckdb_string_t_length(*text)};
}

std::string hugeint(__uint128_t value) {
  std::string out;
  do out.insert(out.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
  while ((value /= 10) != 0);
  return out;
}

std::string hugeint(__int128_t value) {
  return value < 0 ? "-" + hugeint(static_cast<__uint128_t>(0) - static_cast<__uint128_t>(value))
                   : hugeint(static_cast<__uint128_t>(value));
}

__int128_t whole(duckdb_vector cells, duckdb_type type, idx_t row) {
  switch (type) {
    case DUCKDB_TYPE_TINYINT:
      return at<int8_t>(cells, row);
    case DUCKDB_TYPE_SMALLINT:
      return at<int16_t>(cells, row);
    case DUCKDB_TYPE_INTEGER:
      return at<int32_t>(cells, row);
    case DUCKDB_TYPE_BIGINT:
      return at<int64_t>(cells, row);
    case DUCKDB_TYPE_UTINYINT:
      return at<uint8_t>(cells, row);
    case DUCKDB_TYPE_USMALLINT:
      return at<uint16_t>(cells, row);
    case DUCKDB_TYPE_UINTEGER:
      return at<uint32_t>(cells, row);
    case DUCKDB_TYPE_UBIGINT:
      return at<uint64_t>(cells, row);
    default:
      return at<__int128_t>(cells, row);
  }
}

std::string decimal(duckdb_vector cells, duckdb_logical_type type, idx_t row) {
  const __int128_t value = whole(cells, duckdb_decimal_internal_type(type), row);
  const size_t scale = duckdb_decimal_scale(type);
  std::string digits = hugeint(value < 0 ? -value : value);
  if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
  if (scale) digits.insert(digits.size() - scale, ".");
  return (value < 0 ? "-" : "") + digits;
}

// The shortest digits that read back as the same number.
template <typename Real>
std::string real(Real value) {
  char digits[40];
  for (const int precision : {6, 9, 15, 16, 17}) {
    std::snprintf(digits, sizeof digits, "%.*g", precision, static_cast<double>(value));
    if (static_cast<Real>(std::strtod(digits, nullptr)) == value) break;
  }
  const std::string out = digits;
  return out.find_first_of(".eni") == std::string::npos ? out + ".0" : out;
}

std::string date(duckdb_date value) {
  if (!duckdb_is_finite_date(value)) return value.days > 0 ? "infinity" : "-infinity";
  const auto parts = duckdb_from_date(value);
  char out[32];
  std::snprintf(out, sizeof out, "%04d-%02d-%02d", parts.year, parts.month, parts.day);
  return out;
}

std::string time_of_day(int64_t micros) {
  const auto parts = duckdb_from_time({micros});
  char out[32];
  std::snprintf(out, sizeof out, "%02d:%02d:%02d", parts.hour, parts.min, parts.sec);
  std::string text = out;
  if (parts.micros) std::snprintf(out, sizeof out, ".%06d", parts.micros), text += out;
  return text;
}

std::string timestamp(int64_t micros) {
  if (!duckdb_is_finite_timestamp({micros})) return micros > 0 ? "infinity" : "-infinity";
  const auto parts = duckdb_from_timestamp({micros});
  return date(duckdb_to_date(parts.date)) + ' ' + time_of_day(duckdb_to_time(parts.time).micros);
}

std::string interval(duckdb_interval value) {
  std::string out;
  const auto add = [&out](int64_t count, const char* unit) {
    if (count)
      out += (out.empty() ? "" : " ") + std::to_string(count) + ' ' + unit + (count == 1 || count == -1 ? "" : "s");
  };
  add(value.months / 12, "year");
  add(value.months % 12, "month");
  add(value.days, "day");
  if (value.micros || out.empty())
    out += (out.empty() ? "" : " ") + std::string(value.micros < 0 ? "-" : "") + time_of_day(std::abs(value.micros));
  return out;
}

std::string uuid(__int128_t value) {
  const __uint128_t bits = static_cast<__uint128_t>(value) ^ (static_cast<__uint128_t>(1) << 127);
  std::string out;
  for (int nibble = 31; nibble >= 0; --nibble) {
    out += "0123456789abcdef"[static_cast<int>(bits >> (4 * nibble)) & 15];
    if (nibble == 24 || nibble == 20 || nibble == 16 || nibble == 12) out += '-';
  }
  return out;
}

std::string blob(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    char hex[8];
    std::snprintf(hex, sizeof hex, "\\x%02X", static_cast<unsigned char>(c));
    out += c >= ' ' && c < 127 && c != '\\' && c != '\'' && c != '"' ? std::string(1, c) : hex;
  }
  return out;
}

std::string enumerated(duckdb_vector cells, duckdb_logical_type type, idx_t row) {
  const auto index = static_cast<idx_t>(whole(cells, duckdb_enum_internal_type(type), row));
  char* word = duckdb_enum_dictionary_value(type, index);
  const std::string out = word ? word : "";
  duckdb_free(word);
  return out;
}

// A scalar that is not nested.
std::string scalar(duckdb_vector cells, duckdb_logical_type type, idx_t row) {
  const duckdb_type id = duckdb_get_type_id(type);
  switch (id) {
    case DUCKDB_TYPE_BOOLEAN:
      return at<bool>(cells, row) ? "true" : "false";
    case DUCKDB_TYPE_FLOAT:
      return real(at<float>(cells, row));
    case DUCKDB_TYPE_DOUBLE:
      return real(at<double>(cells, row));
    case DUCKDB_TYPE_DECIMAL:
      return decimal(cells, type, row);
    case DUCKDB_TYPE_UHUGEINT:
      return hugeint(at<__uint128_t>(cells, row));
    case DUCKDB_TYPE_VARCHAR:
      return std::string(string_at(cells, row));
    case DUCKDB_TYPE_BLOB:
      return blob(string_at(cells, row));
    case DUCKDB_TYPE_DATE:
      return date(at<duckdb_date>(cells, row));
    case DUCKDB_TYPE_TIME:
      return time_of_day(at<int64_t>(cells, row));
    case DUCKDB_TYPE_TIMESTAMP:
      return timestamp(at<int64_t>(cells, row));
    case DUCKDB_TYPE_INTERVAL:
      return interval(at<duckdb_interval>(cells, row));
    case DUCKDB_TYPE_UUID:
      return uuid(at<__int128_t>(cells, row));
    case DUCKDB_TYPE_ENUM:
      return enumerated(cells, type, row);
    case DUCKDB_TYPE_SQLNULL:
      return "";
    default:
      return hugeint(whole(cells, id, row));
  }
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
