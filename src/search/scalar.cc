#include "search/scalar.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace coranto::search {
namespace {

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

}  // namespace

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

}  // namespace coranto::search
