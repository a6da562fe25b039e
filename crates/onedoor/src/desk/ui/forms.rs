//! Fields with labels and errors.

use kit::error::Kind;
use kit::i18n::Arg;
use kit::{Error, Result};
use maud::{Markup, html};

use super::Tone;
use crate::desk::who::{Desk, Guest};

/// What was wrong with a form that was sent: shown above it and beside the field that it is about.
#[derive(Clone, Debug)]
pub struct Fault {
    pub field: &'static str,
    pub text: String,
}

impl Fault {
    /// Turns what the person can mend into words beside a field; passes on everything else.
    ///
    /// # Errors
    /// The error itself, where another page must answer (not found, not allowed, our own fault).
    pub fn of(guest: &Guest, error: Error, field: &'static str) -> Result<Fault> {
        match error.kind {
            Kind::BadInput | Kind::Conflict | Kind::Unauthorized | Kind::TooMany { .. } => {}
            Kind::Forbidden if error.code == "owners_only" => {}
            _ => return Err(error),
        }
        let field = match error.code {
            "bad_email" | "email_taken" => "email",
            "bad_name" => "name",
            "bad_role" | "owners_only" => "role",
            _ => field,
        };
        Ok(Fault { field, text: error_text(guest, &error) })
    }
}

/// The error in the reader's words; the English detail where the catalogue has none.
pub fn error_text(guest: &Guest, error: &Error) -> String {
    let key = format!("desk-error-{}", error.code.replace('_', "-"));
    let text = match error.kind {
        Kind::TooMany { retry_after_seconds } => {
            guest.tr.with(&key, &[("seconds", Arg::Int(i64::from(retry_after_seconds)))])
        }
        _ => guest.tr.t(&key),
    };
    if text == key { error.public_detail().to_owned() } else { text }
}

/// One line to type in.
pub struct Field<'a> {
    pub name: &'static str,
    pub label: String,
    pub kind: &'static str,
    pub value: &'a str,
    pub hint: String,
    /// What the browser may fill in (the HTML standard's autofill names).
    pub autocomplete: &'static str,
    pub is_required: bool,
    pub has_focus: bool,
    /// Tells apart the fields of one name that several forms of a page have.
    pub of: String,
}

impl<'a> Field<'a> {
    pub fn text(name: &'static str, label: String, value: &'a str) -> Field<'a> {
        Field {
            name,
            label,
            kind: "text",
            value,
            hint: String::new(),
            autocomplete: "off",
            is_required: true,
            has_focus: false,
            of: String::new(),
        }
    }

    pub fn email(label: String, value: &'a str) -> Field<'a> {
        Field { kind: "email", autocomplete: "username", ..Field::text("email", label, value) }
    }

    pub fn password(name: &'static str, label: String, autocomplete: &'static str) -> Field<'a> {
        Field { kind: "password", autocomplete, ..Field::text(name, label, "") }
    }

    /// Six digits or a recovery code.
    pub fn code(label: String) -> Field<'a> {
        Field { autocomplete: "one-time-code", ..Field::text("code", label, "") }
    }

    #[must_use]
    pub fn hint(self, hint: String) -> Field<'a> {
        Field { hint, ..self }
    }

    #[must_use]
    pub fn of(self, of: String) -> Field<'a> {
        Field { of, ..self }
    }

    #[must_use]
    pub fn focused(self) -> Field<'a> {
        Field { has_focus: true, ..self }
    }

    pub fn show(&self, fault: Option<&Fault>) -> Markup {
        let id = format!("field-{}{}", self.name, self.of);
        let is_first = self.has_focus && fault.is_none();
        let fault = fault.filter(|fault| fault.field == self.name);
        let described = match (fault.is_some(), self.hint.is_empty()) {
            (true, _) => Some(format!("{id}-fault")),
            (false, false) => Some(format!("{id}-hint")),
            (false, true) => None,
        };
        html! {
            div.field {
                label for=(id) { (self.label) }
                input id=(id) name=(self.name) type=(self.kind) value=(self.value)
                    autocomplete=(self.autocomplete) required[self.is_required]
                    autofocus[is_first || fault.is_some()]
                    aria-describedby=[described] aria-invalid=[fault.map(|_| "true")]
                    spellcheck="false";
                @if let Some(fault) = fault {
                    p.fault id={ (id) "-fault" } { (fault.text) }
                } @else if !self.hint.is_empty() {
                    p.hint id={ (id) "-hint" } { (self.hint) }
                }
            }
        }
    }
}

/// One of several: `options` are values and their words.
pub fn select(
    name: &str,
    label: &str,
    options: &[(String, String)],
    chosen: &str,
    fault: Option<&Fault>,
) -> Markup {
    let id = format!("field-{name}");
    let fault = fault.filter(|fault| fault.field == name);
    html! {
        div.field {
            label for=(id) { (label) }
            select id=(id) name=(name) aria-invalid=[fault.map(|_| "true")] {
                @for (value, text) in options {
                    option value=(value) selected[value == chosen] { (text) }
                }
            }
            @if let Some(fault) = fault { p.fault { (fault.text) } }
        }
    }
}

/// Room for a few lines, which need not be filled.
pub fn lines(name: &str, label: &str, hint: &str, value: &str) -> Markup {
    let id = format!("field-{name}");
    html! {
        div.field {
            label for=(id) { (label) }
            textarea id=(id) name=(name) rows="3" spellcheck="false" autocomplete="off"
                aria-describedby={ (id) "-hint" } { (value) }
            p.hint id={ (id) "-hint" } { (hint) }
        }
    }
}

/// A box to tick. One that is not ticked is not sent.
pub fn check(name: &str, label: &str, hint: &str, is_on: bool) -> Markup {
    let id = format!("field-{name}");
    html! {
        div.check {
            input id=(id) name=(name) type="checkbox" value="on" checked[is_on]
                aria-describedby={ (id) "-hint" };
            label for=(id) { (label) }
            p.hint id={ (id) "-hint" } { (hint) }
        }
    }
}

/// A form of somebody who is signed in. It carries the session's token, or the guard refuses it.
pub fn form(desk: &Desk, action: &str, body: Markup) -> Markup {
    html! {
        form.form method="post" action=(action) {
            (token(desk))
            (body)
        }
    }
}

/// A form that asks first. Without script it is sent at once, which is why the server records who did it.
pub fn confirmed_form(
    desk: &Desk,
    action: &str,
    question: &str,
    tone: Tone,
    verb: &str,
    body: Markup,
) -> Markup {
    html! {
        form.inline method="post" action=(action)
            data-confirm=(question) data-confirm-verb=(verb) data-confirm-tone=(tone.class()) {
            (token(desk))
            (body)
            button class={ "button small " (tone.class()) } type="submit" { (verb) }
        }
    }
}

pub fn token(desk: &Desk) -> Markup {
    html! { input type="hidden" name="_token" value=(desk.form_token); }
}
