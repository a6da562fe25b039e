//! How the shop sorts what it sells: a tree of categories.
//!
//! A category is kept as long as the shop is; one that is empty is shown nowhere. They are made when a product first names
//! them ([`Tree::resolve`]), or by themselves ([`save`]).

use std::collections::{BTreeMap, HashSet};

use kit::db::List;
use kit::i18n::Lang;
use kit::{Error, Result, Time, Tx, params, sql};
use serde::Deserialize;

use super::rules::{self, handles};
use super::{CategoryId, store_write};

pub const CATEGORIES_MAX: usize = 2_000;
/// From the root down.
pub const DEPTH_MAX: usize = 6;
pub const TITLE_CHARS_MAX: usize = 100;
/// Between the titles of a path.
const PATH_MARK: char = '>';

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    pub id: CategoryId,
    pub parent_id: Option<CategoryId>,
    pub handle: String,
    pub title: String,
    /// The title in other languages than the shop's own.
    pub texts: BTreeMap<Lang, String>,
    pub position: i64,
}

impl Category {
    pub fn title_in(&self, lang: Lang) -> &str {
        self.texts.get(&lang).map_or(&self.title, String::as_str)
    }
}

/// As somebody wants it; what is `None` stays.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WantedCategory {
    pub title: Option<String>,
    /// The handle of the one above; empty for a root.
    pub parent: Option<String>,
    /// An empty one is taken away.
    pub texts: BTreeMap<Lang, String>,
    pub position: Option<i64>,
}

/// All categories.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    all: Vec<Category>,
}

impl Tree {
    pub fn load(tx: &Tx) -> Result<Tree> {
        let all = tx.rows(
            sql!(
                "select id, parent_id, handle, title, texts, position from categories
                 order by position, id"
            ),
            params![],
            |row| {
                Ok(Category {
                    id: row.get(0)?,
                    parent_id: row.get(1)?,
                    handle: row.get(2)?,
                    title: row.get(3)?,
                    texts: serde_json::from_str(row.text(4)?).map_err(Error::internal)?,
                    position: row.get(5)?,
                })
            },
        )?;
        Ok(Tree { all })
    }

    pub fn all(&self) -> &[Category] {
        &self.all
    }

    pub fn find(&self, id: CategoryId) -> Option<&Category> {
        self.all.iter().find(|category| category.id == id)
    }

    pub fn by_handle(&self, handle: &str) -> Option<&Category> {
        self.all.iter().find(|category| category.handle == handle)
    }

    pub fn children(&self, parent: Option<CategoryId>) -> impl Iterator<Item = &Category> {
        self.all.iter().filter(move |category| category.parent_id == parent)
    }

    /// From the root down to this one.
    pub fn path(&self, id: CategoryId) -> Vec<&Category> {
        let mut path: Vec<&Category> =
            std::iter::successors(self.find(id), |one| self.find(one.parent_id?))
                .take(DEPTH_MAX)
                .collect();
        path.reverse();
        path
    }

    /// `Kitchen > Mugs`, as [`Tree::resolve`] reads it.
    pub fn path_text(&self, id: CategoryId) -> String {
        let titles: Vec<&str> = self.path(id).iter().map(|one| one.title.as_str()).collect();
        titles.join(" > ")
    }

    /// This one and all below it.
    pub fn below(&self, id: CategoryId) -> Vec<CategoryId> {
        let mut found = vec![id];
        let mut next = 0;
        while let Some(&parent) = found.get(next) {
            found.extend(self.children(Some(parent)).map(|child| child.id));
            next += 1;
        }
        found
    }

    /// The category that is named by its handle, or by titles from the root down, which are made if they are missing.
    /// None, where the name is empty.
    pub fn resolve(&mut self, tx: &Tx, name: &str, now: Time) -> Result<Option<CategoryId>> {
        let name = name.trim();
        if name.is_empty() {
            return Ok(None);
        }
        if let Some(category) = self.by_handle(name) {
            return Ok(Some(category.id));
        }
        let titles: Vec<&str> = name.split(PATH_MARK).map(str::trim).collect();
        if titles.len() > DEPTH_MAX {
            return Err(too_deep());
        }
        // Nothing is made of a path of which a part cannot be.
        for title in &titles {
            checked_title(title)?;
        }
        let mut parent = None;
        for title in titles {
            let found = self.children(parent).find(|child| child.title == title);
            parent = Some(match found.map(|category| category.id) {
                Some(id) => id,
                None => self.add(tx, title, parent, now)?,
            });
        }
        Ok(parent)
    }

    fn add(
        &mut self,
        tx: &Tx,
        title: &str,
        parent_id: Option<CategoryId>,
        now: Time,
    ) -> Result<CategoryId> {
        if self.all.len() >= CATEGORIES_MAX {
            let detail = format!("There are {CATEGORIES_MAX} categories already.");
            return Err(Error::conflict("too_many_categories", detail));
        }
        let category = Category {
            id: CategoryId::new(now),
            parent_id,
            handle: self.free_handle(&handles::of(title)),
            title: title.to_string(),
            texts: BTreeMap::new(),
            position: self.children(parent_id).map(|one| one.position).max().map_or(0, |n| n + 1),
        };
        store_write::put_category(tx, &category)?;
        let id = category.id;
        self.all.push(category);
        Ok(id)
    }

    fn free_handle(&self, handle: &str) -> String {
        let taken: HashSet<&str> = self.all.iter().map(|one| one.handle.as_str()).collect();
        let numbered = (2..).map(|n| handles::numbered(handle, n));
        let mut free = std::iter::once(handle.to_string()).chain(numbered);
        free.find(|handle| !taken.contains(handle.as_str())).unwrap_or_default()
    }

    fn depth(&self, id: CategoryId) -> usize {
        self.path(id).len()
    }

    /// How many levels hang below, this one among them.
    fn height(&self, id: CategoryId) -> usize {
        self.children(Some(id)).map(|child| self.height(child.id)).max().unwrap_or(0) + 1
    }
}

fn too_deep() -> Error {
    let detail = format!("Categories lie at most {DEPTH_MAX} deep.");
    Error::bad_input("category_too_deep", detail)
}

fn checked_title(title: &str) -> Result<String> {
    let title = rules::line("bad_category", "The title of a category", title, TITLE_CHARS_MAX)?;
    if title.is_empty() || title.contains(PATH_MARK) {
        let detail = "A category needs a title, without “>” in it.";
        return Err(Error::bad_input("bad_category", detail));
    }
    Ok(title)
}

/// What lies above these: (one of them, one above it).
pub fn above(tx: &Tx, ids: &[CategoryId]) -> Result<Vec<(CategoryId, CategoryId)>> {
    tx.rows(
        sql!(
            "with recursive up (id, above, depth) as (
               select id, parent_id, 1 from categories where id in ($1) and parent_id is not null
               union all
               select up.id, c.parent_id, up.depth + 1
               from up join categories c on c.id = up.above
               where c.parent_id is not null and up.depth < 20
             )
             select id, above from up"
        ),
        params![List(ids)],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Makes the category of this handle, or changes it; tells whether it was not like this already.
pub fn save(tx: &Tx, handle: &str, wanted: &WantedCategory, now: Time) -> Result<(Category, bool)> {
    store_write::take_turn(tx)?;
    let tree = Tree::load(tx)?;
    let handle = handles::checked(handle)?;
    let known = tree.by_handle(&handle).cloned();
    if known.is_none() && tree.all.len() >= CATEGORIES_MAX {
        let detail = format!("There are {CATEGORIES_MAX} categories already.");
        return Err(Error::conflict("too_many_categories", detail));
    }
    let mut category = known.clone().unwrap_or_else(|| Category {
        id: CategoryId::new(now),
        parent_id: None,
        title: String::new(),
        handle: handle.clone(),
        texts: BTreeMap::new(),
        position: tree.all.len() as i64,
    });
    category.title = checked_title(wanted.title.as_deref().unwrap_or(&category.title))?;
    category.position = wanted.position.unwrap_or(category.position);
    if let Some(parent) = &wanted.parent {
        category.parent_id = parent_of(&tree, &category, parent)?;
    }
    for (lang, title) in &wanted.texts {
        category.texts.remove(lang);
        if !title.trim().is_empty() {
            category.texts.insert(*lang, checked_title(title)?);
        }
    }
    let is_changed = known.as_ref() != Some(&category);
    if is_changed {
        store_write::put_category(tx, &category)?;
    }
    Ok((category, is_changed))
}

fn parent_of(tree: &Tree, category: &Category, parent: &str) -> Result<Option<CategoryId>> {
    if parent.is_empty() {
        return Ok(None);
    }
    let missing = || Error::bad_input("unknown_category", format!("There is no “{parent}”."));
    let parent = tree.by_handle(parent).ok_or_else(missing)?;
    if tree.below(category.id).contains(&parent.id) {
        let detail = "A category cannot lie in itself or below itself.";
        return Err(Error::bad_input("category_in_itself", detail));
    }
    if tree.depth(parent.id) + tree.height(category.id) > DEPTH_MAX {
        return Err(too_deep());
    }
    Ok(Some(parent.id))
}
