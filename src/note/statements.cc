#include "note/statements.h"

namespace coranto::note {

struct CueTables::Lists {};

CueTables::CueTables(std::unique_ptr<Lists> lists) : lists_(std::move(lists)) {}
CueTables::CueTables(CueTables&&) noexcept = default;
CueTables::~CueTables() = default;

Result<CueTables> CueTables::open(const std::string&) { return CueTables(std::make_unique<Lists>()); }

std::vector<Statement> find_statements(const Tree&, Cast&, const CueTables&) { return {}; }

}  // namespace coranto::note
