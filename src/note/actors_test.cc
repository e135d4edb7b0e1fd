#include "note/actors.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "conllu.h"
#include "rooted.h"

namespace coranto::note {
namespace {

// A report of tests/note/actors/, its analysis, and its cast.
class CastOfReport : public testing::Test {
 protected:
  void SetUp() override {
    const std::string data = rooted("/data"), folder = rooted("/tests/note/actors/");
    stored_ = tests::read_conllu(folder + report_ + ".conllu", folder + report_ + ".txt");
    tree_ = std::make_unique<Tree>(stored_->document);
    auto gazetteer = Gazetteer::open(data);
    ASSERT_TRUE(gazetteer.ok()) << gazetteer.error().text();
    auto tables = ActorTables::open(data);
    ASSERT_TRUE(tables.ok()) << tables.error().text();
    places_ = find_places(stored_->document, *gazetteer);
    gazetteer_ = std::make_unique<Gazetteer>(std::move(*gazetteer));
    tables_ = std::make_unique<ActorTables>(std::move(*tables));
    cast_ = std::make_unique<Cast>(*tree_, places_, *gazetteer_, *tables_);
  }

  // The token that ends the n-th "words" of the text.
  Index token(std::string_view words, int number = 1) const {
    size_t at = stored_->text.find(words);
    while (--number > 0) at = stored_->text.find(words, at + 1);
    return tree_->token_at(static_cast<uint32_t>(at + words.size() - 1));
  }

  Span span(std::string_view words) const {
    const auto at = static_cast<uint32_t>(stored_->text.find(words));
    return {at, at + static_cast<uint32_t>(words.size())};
  }

  std::string name(ActorIndex actor) const { return actor == no_actor ? "-" : cast_->actor(actor).name; }
  std::string one(std::string_view words, int number = 1) { return name(cast_->one_at(token(words, number))); }

  std::vector<std::string> all(std::string_view words) {
    std::vector<std::string> names;
    for (const ActorIndex actor : cast_->at(token(words))) names.push_back(name(actor));
    return names;
  }

  const Actor& actor(std::string_view words) { return cast_->actor(cast_->one_at(token(words))); }

  std::string report_ = "embassy";
  std::unique_ptr<tests::Stored> stored_;
  std::unique_ptr<Tree> tree_;
  std::unique_ptr<Gazetteer> gazetteer_;
  std::unique_ptr<ActorTables> tables_;
  std::vector<Place> places_;
  std::unique_ptr<Cast> cast_;
};

using Names = std::vector<std::string>;

struct CastOfNames : CastOfReport {
  CastOfNames() { report_ = "naming"; }
};

TEST_F(CastOfNames, a_bracket_gives_another_form_and_leaves_name_and_office_clean) {
  const Actor& minister = actor("Monday. Lin");
  EXPECT_EQ(minister.name, "Lin Wenhao");
  EXPECT_EQ(minister.role, "Minister of Ports and Fisheries");
  EXPECT_EQ(minister.aliases, (Names{"林文浩", "Lin"}));
  EXPECT_EQ(one("The CRF"), "Coastal Relief Fund");
  EXPECT_EQ(actor("The CRF").aliases, Names{"CRF"});
}

TEST_F(CastOfNames, offices_are_told_without_country_and_names_found_with_either_apostrophe) {
  EXPECT_EQ(one("told O’Dalen"), "Kari O'Dalen");
  EXPECT_EQ(actor("told O’Dalen").role, "Foreign Minister");
  EXPECT_EQ(actor("told O’Dalen").country, "NOR");
}

TEST_F(CastOfNames, headings_and_seas_are_no_actors) {
  EXPECT_EQ(one("Empty Quays"), "-");
  EXPECT_EQ(one("North Sea"), "-");
  EXPECT_EQ(one("Caribbean"), "-");
}

TEST_F(CastOfReport, titles_surnames_and_pronouns_are_one_person) {
  EXPECT_EQ(one("Brandl"), "Ilse Brandl");
  EXPECT_EQ(one("She"), "Ilse Brandl");
  EXPECT_EQ(one("told him"), "Arturo Quispe");
  EXPECT_EQ(one("glad,” Quispe"), one("Quispe"));
  EXPECT_EQ(one("The president"), "Arturo Quispe");
  EXPECT_EQ(one("accused her"), "Rosa Huamán");
}

TEST_F(CastOfReport, roles_give_country_and_sector) {
  EXPECT_EQ(actor("Quispe").country, "PER");
  EXPECT_EQ(actor("Quispe").sector, "GOV");
  EXPECT_EQ(actor("Hugo Salas").sector, "ELI");
  EXPECT_EQ(actor("Pedro Alva").sector, "OPP");
  EXPECT_EQ(actor("Huamán").role, "Minister of Defense");
}

TEST_F(CastOfReport, an_office_before_the_name_is_its_holder) {
  EXPECT_EQ(one("\n\nMinister"), "Rosa Huamán");
  EXPECT_EQ(one("opposition leader"), "Pedro Alva");
  EXPECT_EQ(one("AP) — Foreign Minister"), "Ilse Brandl");
}

TEST_F(CastOfReport, a_capital_stands_for_its_government) {
  EXPECT_EQ(one("thanked Vienna"), "Austria");
  EXPECT_EQ(actor("thanked Vienna").kind, ActorKind::government);
  EXPECT_EQ(name(cast_->owners_of(token("Beijing's offer")).at(0)), "China");
}

TEST_F(CastOfReport, bodies_are_taken_up_by_acronym_and_noun) {
  EXPECT_EQ(one("The RCMP"), "Royal Canadian Mounted Police");
  EXPECT_EQ(one("said it"), "Royal Canadian Mounted Police");
  EXPECT_EQ(one("The ministry"), "foreign ministry");
  EXPECT_EQ(actor("The RCMP").country, "CAN");
}

TEST_F(CastOfReport, nameless_actors_keep_what_tells_them_apart) {
  EXPECT_EQ(one("Two officials"), "two officials in Lima");
  EXPECT_EQ(actor("Two officials").country, "PER");
  EXPECT_EQ(one("of protesters"), one("protesters"));
  EXPECT_EQ(one("dozens"), "protesters");
  EXPECT_EQ(actor("Police").sector, "COP");
}

TEST_F(CastOfReport, a_joint_actor_is_one_who_speaks_and_several_who_act) {
  EXPECT_EQ(all("two leaders"), (Names{"Ilse Brandl", "Arturo Quispe"}));
  EXPECT_EQ(one("two leaders"), "two leaders");
}

TEST_F(CastOfReport, things_and_times_are_no_actors) {
  EXPECT_EQ(one("the plan"), "-");
  EXPECT_EQ(one("Monday"), "-");
  EXPECT_EQ(one("trade"), "-");
}

TEST_F(CastOfReport, first_persons_in_a_quotation_are_its_speaker) {
  cast_->speaks(span("We are glad"), cast_->one_at(token("glad,” Quispe")));
  EXPECT_EQ(one("We"), "Arturo Quispe");
}

TEST_F(CastOfReport, the_record_lists_named_actors_and_the_nameless_ones_that_are_party_to_something) {
  const ActorIndex brandl = cast_->one_at(token("Brandl"));
  cast_->one_at(token("of protesters"));
  Notes notes;
  notes.statements.resize(1);
  notes.statements[0].speaker = cast_->nameless("unnamed sources", span("a source"));
  notes.statements[0].via = {brandl};
  cast_->take(notes);
  EXPECT_EQ(notes.actors[notes.statements[0].speaker].name, "unnamed sources");
  EXPECT_EQ(notes.actors[notes.statements[0].via[0]].name, "Ilse Brandl");
  const auto listed = [&](std::string_view name) {
    return std::any_of(notes.actors.begin(), notes.actors.end(), [&](const Actor& a) { return a.name == name; });
  };
  EXPECT_TRUE(listed("Rosa Huamán"));
  EXPECT_TRUE(listed("protesters"));  // party to a verb, and the noun says what they are
  EXPECT_FALSE(listed("trade"));
  for (const Actor& a : notes.actors) EXPECT_TRUE(std::is_sorted(a.mentions.begin(), a.mentions.end()));
  for (size_t i = 1; i < notes.actors.size(); ++i) {
    EXPECT_LE(notes.actors[i - 1].mentions.at(0).begin, notes.actors[i].mentions.at(0).begin);
  }
}

}  // namespace
}  // namespace coranto::note
