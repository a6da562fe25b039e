use std::collections::hash_map::Entry as Slot;

use fluent_syntax::ast::{self, Entry};
use fluent_syntax::parser;
use rustc_hash::FxHashMap;

pub(super) type Pattern = ast::Pattern<&'static str>;

/// The texts of one language, parsed once and never copied: patterns point into the sources.
pub(super) struct Texts {
    pub messages: FxHashMap<&'static str, Pattern>,
    pub terms: FxHashMap<&'static str, Pattern>,
    /// What could not be read. It is left out, and named by [`super::Catalogue::check`].
    pub faults: Vec<String>,
}

impl Texts {
    pub fn read(sources: impl Iterator<Item = &'static str>) -> Texts {
        let (messages, terms) = Default::default();
        let mut texts = Texts { messages, terms, faults: Vec::new() };
        for source in sources {
            let resource = parser::parse(source).unwrap_or_else(|(resource, errors)| {
                texts.faults.extend(errors.iter().map(|error| {
                    let line = source[..error.pos.start].matches('\n').count() + 1;
                    format!("line {line}: {error}")
                }));
                resource
            });
            resource.body.into_iter().for_each(|entry| texts.add(entry));
        }
        texts
    }

    fn add(&mut self, entry: Entry<&'static str>) {
        let (known, key, pattern, attributes) = match entry {
            Entry::Message(ast::Message { id, value, attributes, .. }) => {
                (&mut self.messages, id.name, value, attributes)
            }
            Entry::Term(ast::Term { id, value, attributes, .. }) => {
                (&mut self.terms, id.name, Some(value), attributes)
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => return,
            Entry::Junk { .. } => return, // the parser has named it
        };
        if !attributes.is_empty() {
            self.faults.push(format!("{key}: attributes are not used, make them messages"));
        }
        let Some(pattern) = pattern else { return };
        match known.entry(key) {
            Slot::Vacant(slot) => {
                slot.insert(pattern);
            }
            Slot::Occupied(_) => self.faults.push(format!("{key}: is there twice")),
        }
    }
}
