// Inside of the cast: noun phrases of a document (names, nominal heads, pronouns) gathered into entities, in text
// order.
//
// Names are found first, over the whole document, so that a surname in the lead finds the full name below it. Then
// nominal phrases and pronouns are read in text order and take up what stands before them: by head noun and owner
// ("the ministry"), by role ("the minister"), by gender, number and salience (pronouns; after Lappin and Leass 1994,
// with fewer weights). An entity becomes an actor of the record when it acts or is asked for.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "note/actor_lists.h"
#include "note/letters.h"

namespace coranto::note {

using EntityIndex = uint32_t;
inline constexpr EntityIndex no_entity = UINT32_MAX;

enum class Label { none, person, organization, place, demonym };

// A name as it stands: tokens [first, last], title and modifiers before it cut off.
struct Name {
  Index head = no_token, first = no_token, last = no_token;
  Index title = no_token;   // first token of the title before it, if any
  Index office = no_token;  // head of a title with "of": the minister of "Minister of Defense X"
  Index end = 0;            // last token of a bracket behind the name that gives it in another form
  Label label = Label::none;
  bool weak = false;  // only capitals make it a name
  std::string text;
  std::string also;  // what the bracket holds
};

struct Entity {
  Actor actor;
  Sort sort = Sort::person;
  char gender = '-';
  bool plural = false;
  bool named = false;
  bool weak = false;          // only capitals make it a name
  bool listed = false;        // stands in the record whether or not it does something
  bool country_firm = false;  // said, not inferred from the report's home country
  bool sector_firm = false;
  bool at_home = true;             // takes the report's country where none is said
  std::string head;                // lower-case head lemma of a nominal; of an office the noun ("minister")
  std::vector<std::string> heads;  // nouns by which the text may take it up
  const std::vector<std::string>* office_of = nullptr;  // countries that have its office by that name
  EntityIndex house = no_entity;                        // whose it is: the minister of a minister's spokesman
  std::string owner;                                    // country or name that told it apart ("CHN")
  std::vector<EntityIndex> members;                     // of a joint actor
  ActorIndex published = no_actor;
};

struct Mention {
  Index token;
  EntityIndex entity;
};

struct Speech {
  Span quote;
  ActorIndex speaker;
};

struct Cast::State {
  const Tree& tree;
  const std::vector<Place>& places;
  const Gazetteer& gazetteer;
  const ActorTables::Lists& lists;

  std::vector<Entity> entities;
  std::vector<EntityIndex> entity_of;  // by token; no_entity if none or not read yet
  std::vector<Mention> mentions;       // in text order once read
  std::vector<Name> names;
  std::vector<uint32_t> name_of;              // by token: 1 + index in names, 0 outside
  std::vector<bool> heading;                  // by token: in a line whose capitals say nothing
  Lookup<bool> common_words;                  // lower-case nouns, verbs and adjectives of the report
  Lookup<std::vector<EntityIndex>> named_by;  // by key of their names
  std::vector<Speech> speeches;
  int depth = 0;                                             // of nested phrases being read
  std::vector<bool> quoted;                                  // by token: between quotation marks
  std::string home;                                          // country that most of the report is about, empty if none
  bool home_alone = false;                                   // the report is about that country's inner affairs
  std::map<std::string, double, std::less<>> country_votes;  // what names and places say for each country
  bool home_towns = false;                                   // half its places and all its towns lie there
  std::vector<EntityIndex> entity_of_actor;
  std::map<std::string, EntityIndex, std::less<>> nameless;

  State(const Tree& t, const std::vector<Place>& p, const Gazetteer& g, const ActorTables::Lists& l);

  // actor_names.cc
  void find_names();
  Index run_end(Index i) const;
  void cut_owners(Name& name);
  void cut_title(Name& name);
  void cut_portfolio(Name& name);
  void cut_bracket(Name& name);
  void read_bracket(Name& name);
  Index body_end(Index i) const;
  bool ends_in_office(std::string_view words) const;
  bool ends_as_title(std::string_view words) const;
  void keep(Name& name);

  // actor_headings.cc
  void mark_headings();
  void name_headings();

  // actor_labels.cc
  Label label_of(Index first, Index last, bool titled) const;
  bool is_body_name(Index first, Index last) const;
  bool stands_as_place(Index first, Index last) const;
  bool is_place_name(Index first, Index last) const;
  bool is_common(const Name& name) const;
  bool is_nobody(const Name& name) const;
  bool is_weak(const Name& name) const;
  bool names_outlet(Index first) const;
  bool acts_as_person(Index i) const;

  // actor_identity.cc
  void gather_names();
  void name_surnames();
  std::vector<std::string> keys_of(const std::string& text) const;
  std::vector<EntityIndex> candidates_for(const std::string& text) const;
  bool is_short_for_person(const Name& name, const std::string& whole) const;
  bool is_short_for_body(const Name& name, const std::string& full) const;
  EntityIndex same_as(const Name& name);
  bool names_union() const;
  EntityIndex union_entity();
  EntityIndex person_called(const Name& name);
  EntityIndex entity_of_name(const Name& name);
  std::string government_of(const std::string& name) const;
  const Body* body_of(const Name& name) const;
  EntityIndex people_of(const std::string& country, const Name& name);
  Entity new_entity(const Name& name) const;
  void read_town(const Name& name, Entity& town) const;
  void read_name_words(const Name& name, Entity& body) const;

  // actor_phrases.cc
  struct Phrase {
    Index head = no_token, first = no_token;  // tokens [first, head]
    Index bare = no_token;                    // first token without determiner
    std::string noun;                         // as found in the table of nouns, or the head's lemma
    const Noun* sense = nullptr;
    bool definite = false, indefinite = false, plural = false;
    std::string country;            // of a modifier or owner
    EntityIndex owner = no_entity;  // "X's", "of X", compound "X"
    bool former = false;
    std::string sector;
  };
  Phrase phrase_at(Index head);
  Index base_first(Index head) const;
  std::string text_of(Index first, Index last) const;
  void read_modifier(Phrase& phrase, Index modifier);
  void read_owner(Phrase& phrase, Index token);
  void read_owner_behind(Phrase& phrase);
  void find_sense(Phrase& phrase);
  std::string sector_of(const Phrase& phrase);
  std::string sector_of_last_force() const;
  void read_house(Phrase& phrase);
  bool is_untold(const Phrase& phrase) const;

  // actor_nominals.cc
  EntityIndex read_part(Index head, bool asked, Span span);
  EntityIndex read_nominal(Index head, bool asked);
  std::vector<EntityIndex> listed_after(Index head) const;
  EntityIndex entity_of_phrase(const Phrase& phrase);
  std::string uncounted(const Phrase& phrase) const;
  Index complement_end(Index head) const;
  Index counted(Index head) const;  // "dozens of protesters": protesters; else no_token

  // actor_roles.cc
  void read_roles();
  std::string role_text(Index first, Index office, bool with_complement);
  static void give_country(Entity& bearer, std::string_view country);
  static void give_sector(Entity& bearer, std::string_view sector);
  void give_role(EntityIndex person, Index office);
  void read_title(EntityIndex person, const Name& name);
  void read_modifiers(EntityIndex entity, const Name& name);
  void read_predicates(EntityIndex person, const Name& name);
  std::string country_of_token(Index i);
  std::string sector_of_modifiers(Index head);
  void read_body_of_title(EntityIndex person, const Name& name);
  Index body_before(Index title) const;
  void read_body_nouns(EntityIndex body, Index name);
  void link_neighbour(EntityIndex person, const Name& name);
  void link_apposition(EntityIndex person, Index name);

  // actor_home.cc
  void find_home();  // before names are read
  void weigh_home();
  std::string country_of_scene(Span words) const;
  std::string country_around(Span words) const;
  std::string guessed_country(const Entity& entity) const;
  void settle(Entity& entity) const;  // the country where none is said

  // actor_taking_up.cc
  EntityIndex take_up(const Phrase& phrase);
  EntityIndex take_up_two(const Phrase& phrase, const std::string& lemma);
  EntityIndex take_up_noun(const Phrase& phrase, const std::string& lemma) const;
  EntityIndex take_up_kind(const Phrase& phrase, const std::string& lemma) const;

  // actor_pronouns.cc
  EntityIndex read_pronoun(Index i);
  EntityIndex read_relative(Index i);
  double cost_of(const Mention& candidate, Index pronoun, Index speech) const;
  Index speech_of(Index pronoun) const;
  bool inside_speech(Index candidate, Index speech) const;
  void mark_quoted();
  std::vector<EntityIndex> two_persons(Index before) const;
  std::vector<EntityIndex> most_spoken_of(Index before, Index subject) const;
  std::vector<EntityIndex> last_two(Index before, const std::string& lemma);
  EntityIndex first_person(Index i);

  // actors.cc
  EntityIndex add(Entity entity);
  EntityIndex state_entity(std::string_view country);
  EntityIndex joint(Index head, const std::vector<EntityIndex>& members);
  EntityIndex joint_of(const std::vector<Index>& together, const std::vector<EntityIndex>& members);
  void mention(EntityIndex entity, Index token, Span span);
  void mention_only(EntityIndex entity, Span span);
  EntityIndex at(Index token, bool asked);
  Index past_dateline(Index token) const;
  std::vector<Index> coordinated(Index noun) const;

  // actor_record.cc
  ActorIndex publish(EntityIndex entity);
  bool is_party(Index token) const;
  bool stands_alone(const Mention& mention) const;
  void publish_standing();
};

bool is_pronoun(const Token& token);
bool is_former(std::string_view word);  // "ex", "ousted"
bool is_clock(const Token& token);
bool is_particle(std::string_view word);  // "van", "al-"
std::string first_word(const std::string& name);
void add_alias(Actor& actor, const std::string& text);
std::string singular_of(const Token& token);

}  // namespace coranto::note
