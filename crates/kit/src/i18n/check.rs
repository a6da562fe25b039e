//! What a test asks of the catalogues: nothing missing, nothing that one language alone has, every plural
//! form that the language needs, nothing that [`super::resolve`] could not fill.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Expression, InlineExpression, PatternElement, Variant, VariantKey};

use super::texts::{Pattern, Texts};
use super::{Lang, formats};

type ContentsByKey<'t> = BTreeMap<&'static str, Contents<'t>>;

/// What a text is made of, in all its variants.
#[derive(Default)]
struct Contents<'t> {
    variables: BTreeSet<&'t str>,
    messages: BTreeSet<&'t str>,
    terms: BTreeSet<&'t str>,
    /// The keys of each selector: `one`, `other`, `web`, `0`.
    selectors: Vec<BTreeSet<&'t str>>,
    faults: Vec<&'static str>,
}

pub(super) fn faults(languages: [(Lang, &Texts); Lang::ALL.len()]) -> Vec<String> {
    let mut faults = Vec::new();
    let by_lang = languages.map(|(lang, texts)| {
        faults.extend(texts.faults.iter().map(|fault| format!("{lang} {fault}")));
        let messages = contents_of(&texts.messages);
        let terms = contents_of(&texts.terms);
        for (key, contents) in terms.iter().chain(&messages) {
            let own = contents.faults.iter().map(|fault| (*fault).to_owned());
            let found = own
                .chain(unknown_references(contents, &messages, &terms))
                .chain(contents.selectors.iter().flat_map(|forms| wrong_plurals(lang, forms)));
            faults.extend(found.map(|fault| format!("{lang} {key}: {fault}")));
        }
        (lang, messages)
    });
    let keys: BTreeSet<_> = by_lang.iter().flat_map(|(_, messages)| messages.keys()).collect();
    faults.extend(keys.into_iter().flat_map(|key| differences(key, &by_lang)));
    faults
}

fn contents_of<'t>(
    patterns: impl IntoIterator<Item = (&'t &'static str, &'t Pattern)>,
) -> ContentsByKey<'t> {
    patterns.into_iter().map(|(key, pattern)| (*key, Contents::of(pattern))).collect()
}

fn unknown_references(
    contents: &Contents<'_>,
    messages: &ContentsByKey<'_>,
    terms: &ContentsByKey<'_>,
) -> Vec<String> {
    let messages = contents.messages.iter().filter(|key| !messages.contains_key(*key));
    let terms = contents.terms.iter().filter(|key| !terms.contains_key(*key));
    messages
        .map(|key| format!("there is no message {key}"))
        .chain(terms.map(|key| format!("there is no term -{key}")))
        .collect()
}

fn wrong_plurals(lang: Lang, forms: &BTreeSet<&str>) -> Vec<String> {
    let is_number = |form: &str| form.parse::<f64>().is_ok();
    let is_plural = |form: &str| matches!(form, "zero" | "one" | "two" | "few" | "many");
    if !forms.iter().any(|form| is_plural(form) || is_number(form)) {
        return Vec::new(); // a choice by a word
    }
    let needed = formats::integer_plural_forms(lang);
    let lacking = needed.iter().filter(|form| !forms.contains(*form));
    // Where whole numbers have no use for “other”, fractions have: it is never wrong.
    let is_right = |form: &str| form == "other" || needed.contains(form) || is_number(form);
    let foreign = forms.iter().filter(|form| !is_right(form));
    lacking
        .map(|form| format!("the plural lacks [{form}]"))
        .chain(foreign.map(|form| format!("[{form}] is no plural form of {lang}")))
        .collect()
}

/// Every language has what any of them has, and fills the same variables as the first that has it.
fn differences(key: &str, by_lang: &[(Lang, ContentsByKey<'_>)]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut first: Option<(Lang, &BTreeSet<&str>)> = None;
    for (lang, messages) in by_lang {
        let Some(Contents { variables, .. }) = messages.get(key) else {
            faults.push(format!("{lang} {key}: is missing"));
            continue;
        };
        let (model, expected) = *first.get_or_insert((*lang, variables));
        if variables != expected {
            let fault = format!("fills {variables:?} where {model} fills {expected:?}");
            faults.push(format!("{lang} {key}: {fault}"));
        }
    }
    faults
}

impl<'t> Contents<'t> {
    fn of(pattern: &'t Pattern) -> Contents<'t> {
        let mut contents = Contents::default();
        contents.add_pattern(pattern);
        contents
    }

    fn add_pattern(&mut self, pattern: &'t Pattern) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.add_expression(expression);
            }
        }
    }

    fn add_expression(&mut self, expression: &'t Expression<&'static str>) {
        match expression {
            Expression::Inline(inline) => self.add_inline(inline),
            Expression::Select { selector, variants } => {
                if !matches!(selector, InlineExpression::VariableReference { .. }) {
                    self.faults.push("only a variable can choose a variant");
                }
                self.add_inline(selector);
                self.selectors.push(variants.iter().map(key_of).collect());
                variants.iter().for_each(|variant| self.add_pattern(&variant.value));
            }
        }
    }

    fn add_inline(&mut self, inline: &'t InlineExpression<&'static str>) {
        match inline {
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name);
            }
            InlineExpression::MessageReference { id, attribute } => {
                self.messages.insert(id.name);
                if attribute.is_some() {
                    self.faults.push("attributes are not used");
                }
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                self.terms.insert(id.name);
                if attribute.is_some() || arguments.is_some() {
                    self.faults.push("terms have no attributes and no arguments here");
                }
            }
            InlineExpression::FunctionReference { .. } => {
                self.faults.push("there are no functions: pass the argument as what it is");
            }
            InlineExpression::Placeable { expression } => self.add_expression(expression),
        }
    }
}

fn key_of<'t>(variant: &'t Variant<&'static str>) -> &'t str {
    match variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}
