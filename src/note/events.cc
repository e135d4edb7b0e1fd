#include "note/events.h"

namespace coranto::note {

struct EventTables::Lists {};

EventTables::EventTables(std::unique_ptr<Lists> lists) : lists_(std::move(lists)) {}
EventTables::EventTables(EventTables&&) noexcept = default;
EventTables::~EventTables() = default;

Result<EventTables> EventTables::open(const std::string&) { return EventTables(std::make_unique<Lists>()); }

std::vector<Event> find_events(const Tree&, Cast&, const Found&, const EventTables&) { return {}; }

}  // namespace coranto::note
