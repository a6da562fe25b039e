//! Turns a message into text: fills variables, chooses variants, follows references.
//!
//! This is the part of Fluent that our texts use, and no more: no functions, no attributes, no arguments of
//! terms. It is ours because fluent-bundle 0.16 chooses plural forms by CLDR 37, whose Romanian is wrong
//! (“101 de produse” for “101 produse”), and counts in floats.

use fluent_syntax::ast::{Expression, InlineExpression, PatternElement, Variant, VariantKey};
use fluent_syntax::unicode::unescape_unicode;
use jiff::tz::TimeZone;

use super::texts::Pattern;
use super::{Arg, Catalogue, Lang, formats};

/// Messages may name messages; deeper than this they go round in a circle.
const DEPTH_MAX: usize = 8;

pub(super) struct Resolver<'a> {
    catalogue: &'a Catalogue,
    lang: Lang,
    zone: &'a TimeZone,
    args: &'a [(&'a str, Arg)],
    depth: usize,
    /// The first thing that the message asked for in vain. The text shows it in braces.
    pub fault: Option<String>,
}

impl<'a> Resolver<'a> {
    pub fn new(
        catalogue: &'a Catalogue,
        lang: Lang,
        zone: &'a TimeZone,
        args: &'a [(&'a str, Arg)],
    ) -> Resolver<'a> {
        Resolver { catalogue, lang, zone, args, depth: 0, fault: None }
    }

    pub fn resolve(&mut self, pattern: &Pattern) -> String {
        let mut out = String::new();
        self.write_pattern(&mut out, pattern);
        out
    }

    fn write_pattern(&mut self, out: &mut String, pattern: &Pattern) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => out.push_str(value),
                PatternElement::Placeable { expression } => self.write_expression(out, expression),
            }
        }
    }

    fn write_expression(&mut self, out: &mut String, expression: &Expression<&'static str>) {
        match expression {
            Expression::Inline(inline) => self.write_inline(out, inline),
            Expression::Select { selector, variants } => {
                if let Some(variant) = self.choose(selector, variants) {
                    self.write_pattern(out, &variant.value);
                }
            }
        }
    }

    fn write_inline(&mut self, out: &mut String, inline: &InlineExpression<&'static str>) {
        match inline {
            InlineExpression::StringLiteral { value } => {
                unescape_unicode(out, value).expect("writing to a String cannot fail");
            }
            InlineExpression::NumberLiteral { value } => {
                out.push_str(&formats::number_text(self.lang, value));
            }
            InlineExpression::VariableReference { id } => match self.arg(id.name) {
                Some(arg) => out.push_str(&self.show(arg)),
                None => self.write_fault(out, &format!("{{${}}}", id.name)),
            },
            InlineExpression::MessageReference { id, .. } => {
                let message = self.catalogue.texts(self.lang).messages.get(id.name);
                self.write_reference(out, message, &format!("{{{}}}", id.name));
            }
            InlineExpression::TermReference { id, .. } => {
                let term = self.catalogue.texts(self.lang).terms.get(id.name);
                self.write_reference(out, term, &format!("{{-{}}}", id.name));
            }
            InlineExpression::FunctionReference { id, .. } => {
                self.write_fault(out, &format!("{{{}()}}", id.name));
            }
            InlineExpression::Placeable { expression } => self.write_expression(out, expression),
        }
    }

    fn write_reference(&mut self, out: &mut String, pattern: Option<&Pattern>, shown: &str) {
        match pattern {
            Some(pattern) if self.depth < DEPTH_MAX => {
                self.depth += 1;
                self.write_pattern(out, pattern);
                self.depth -= 1;
            }
            _ => self.write_fault(out, shown),
        }
    }

    fn write_fault(&mut self, out: &mut String, shown: &str) {
        out.push_str(shown);
        self.fault.get_or_insert_with(|| format!("cannot fill {shown}"));
    }

    /// The first variant that fits the selector, else the one marked `*`.
    fn choose<'v>(
        &mut self,
        selector: &InlineExpression<&'static str>,
        variants: &'v [Variant<&'static str>],
    ) -> Option<&'v Variant<&'static str>> {
        let arg = match selector {
            InlineExpression::VariableReference { id } => self.arg(id.name),
            _ => None,
        };
        if arg.is_none() {
            self.fault.get_or_insert_with(|| "the selector has no value".to_owned());
        }
        let fits = |variant: &&Variant<&'static str>| match (arg, &variant.key) {
            (Some(Arg::Int(n)), VariantKey::NumberLiteral { value }) => value.parse() == Ok(*n),
            (Some(Arg::Int(n)), VariantKey::Identifier { name }) => {
                formats::plural_form(self.lang, *n) == *name
            }
            (Some(Arg::Text(text)), VariantKey::Identifier { name }) => text == name,
            _ => false,
        };
        variants.iter().find(fits).or_else(|| variants.iter().find(|variant| variant.default))
    }

    fn arg(&self, name: &str) -> Option<&'a Arg> {
        self.args.iter().find(|(own, _)| *own == name).map(|(_, arg)| arg)
    }

    fn show(&self, arg: &Arg) -> String {
        match arg {
            Arg::Int(n) => formats::number(self.lang, *n),
            Arg::Text(text) => text.clone(),
            Arg::Money(money) => formats::money(self.lang, *money),
            Arg::Time(at) => formats::date_time(self.lang, self.zone.to_datetime(at.timestamp())),
            Arg::Key(key) => self.catalogue.text(self.lang, self.zone, key, &[]),
        }
    }
}
