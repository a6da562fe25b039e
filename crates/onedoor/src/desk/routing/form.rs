//! The fields of a rule: when, under which conditions, what.

use customers::accounts::Colleague;
use customers::channels::Channel;
use engage::conversations::Priority;
use engage::teams::Team;
use kit::i18n::Lang;
use maud::{Markup, html};

use super::sent::Sent;
use crate::desk::who::Desk;

/// What can be chosen.
pub struct Offered {
    pub doors: Vec<Channel>,
    pub teams: Vec<Team>,
    pub colleagues: Vec<Colleague>,
}

type Options = Vec<(String, String)>;

pub fn fields(desk: &Desk, id: &str, sent: &Sent, offered: &Offered) -> Markup {
    let tr = &desk.tr;
    let any = |words: &str| vec![(String::new(), tr.t(words))];
    let with = |first: Options, rest: Options| [first, rest].concat();
    let doors: Options =
        offered.doors.iter().map(|one| (one.id.to_string(), one.name.clone())).collect();
    let teams: Options =
        offered.teams.iter().map(|one| (one.id.to_string(), one.name.clone())).collect();
    let langs =
        Lang::ALL.map(|lang| (lang.code().to_string(), lang.own_name().to_string())).to_vec();
    let field = Fields { desk, id };
    html! {
        (field.text("name", "desk-rules-name", &sent.name, true))
        (field.choice("when", "desk-rules-when", &when(desk), &sent.when))
        (field.number("days", "desk-rules-days", &sent.days, "silent"))
        fieldset.rule-part {
            legend { (tr.t("desk-rules-if")) }
            (field.choice("door", "desk-inbox-door", &with(any("desk-inbox-all-doors"), doors), &sent.door))
            (field.choice("team", "desk-inbox-team", &with(any("desk-inbox-all-teams"), teams.clone()), &sent.team))
            (field.choice("language", "desk-rules-language", &with(any("desk-rules-any"), langs), &sent.language))
            (field.text("words", "desk-rules-words", &sent.words, false))
            (field.check("their_turn", "desk-rules-their-turn", &sent.their_turn, "silent"))
        }
        fieldset.rule-part data-when="begins" {
            legend { (tr.t("desk-rules-then")) }
            (field.choice("to_team", "desk-rules-to-team", &with(any("desk-rules-nothing"), teams), &sent.to_team))
            (field.choice("give", "desk-rules-give", &give(desk, offered), &sent.give))
            (field.text("skill", "desk-rules-skill", &sent.skill, false))
            (field.check("same_language", "desk-rules-same-language", &sent.same_language, "begins"))
            (field.choice("priority", "desk-inbox-priority", &priorities(desk), &sent.priority))
        }
        fieldset.rule-part data-when="silent" {
            legend { (tr.t("desk-rules-then")) }
            (field.choice("close", "desk-rules-close", &closings(desk), &sent.close))
        }
    }
}

fn when(desk: &Desk) -> Options {
    let option = |code: &str| (code.to_string(), desk.tr.t(&format!("desk-rules-when-{code}")));
    vec![option("begins"), option("silent")]
}

fn give(desk: &Desk, offered: &Offered) -> Options {
    let option = |code: &str, words: &str| (code.to_string(), desk.tr.t(words));
    let mut options = vec![
        option("", "desk-rules-nothing"),
        option("turns", "desk-rules-give-turns"),
        option("load", "desk-rules-give-load"),
    ];
    let people = offered.colleagues.iter().filter(|one| one.can_talk);
    options.extend(people.map(|one| (one.id.to_string(), one.name.clone())));
    options
}

fn priorities(desk: &Desk) -> Options {
    let none = (String::new(), desk.tr.t("desk-rules-nothing"));
    let all = Priority::ALL.iter().rev().map(|one| {
        (one.as_str().to_string(), desk.tr.t(&format!("desk-inbox-priority-{}", one.as_str())))
    });
    std::iter::once(none).chain(all).collect()
}

fn closings(desk: &Desk) -> Options {
    let option = |code: &str, words: &str| (code.to_string(), desk.tr.t(words));
    vec![option("close", "desk-rules-close-quietly"), option("say", "desk-rules-close-saying")]
}

/// Fields whose ids differ from those of the other rules on the page.
struct Fields<'a> {
    desk: &'a Desk,
    id: &'a str,
}

impl Fields<'_> {
    fn choice(
        &self,
        name: &str,
        label: &str,
        options: &[(String, String)],
        chosen: &str,
    ) -> Markup {
        let id = format!("{}-{name}", self.id);
        html! {
            div.field {
                label for=(id) { (self.desk.tr.t(label)) }
                select id=(id) name=(name) {
                    @for (value, text) in options {
                        option value=(value) selected[value == chosen] { (text) }
                    }
                }
            }
        }
    }

    fn text(&self, name: &str, label: &str, value: &str, is_required: bool) -> Markup {
        let id = format!("{}-{name}", self.id);
        html! {
            div.field {
                label for=(id) { (self.desk.tr.t(label)) }
                input id=(id) name=(name) value=(value) required[is_required] autocomplete="off" maxlength="500";
            }
        }
    }

    fn number(&self, name: &str, label: &str, value: &str, when: &str) -> Markup {
        let id = format!("{}-{name}", self.id);
        html! {
            div.field data-when=(when) {
                label for=(id) { (self.desk.tr.t(label)) }
                input id=(id) name=(name) type="number" min="1" max="3650" value=(value);
            }
        }
    }

    fn check(&self, name: &str, label: &str, value: &str, when: &str) -> Markup {
        html! {
            label.check-line data-when=(when) {
                input type="checkbox" name=(name) value="on" checked[!value.is_empty()];
                span { (self.desk.tr.t(label)) }
            }
        }
    }
}
