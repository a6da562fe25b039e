//! What docs/sending.md promises: tests hold the doors to it.

const PAGE: &str = include_str!("../../../../docs/sending.md");

/// How often a message arrives by a door (a column) when the line is cut somewhere (a row).
pub fn promised(door: &str, step: &str) -> usize {
    let tables = PAGE.split("\n\n").filter(|part| part.starts_with("| the line is cut |"));
    let found = tables.into_iter().find_map(|table| {
        let mut rows = table.lines().map(cells);
        let column = rows.next()?.iter().position(|name| *name == door)?;
        rows.find(|cells| cells[0] == step)?.get(column)?.parse().ok()
    });
    found.unwrap_or_else(|| panic!("docs/sending.md says nothing of “{door}” cut “{step}”"))
}

fn cells(row: &str) -> Vec<&str> {
    row.trim_matches('|').split('|').map(str::trim).collect()
}

#[cfg(test)]
mod tests {
    use super::promised;

    #[test]
    fn the_page_is_read_by_its_tables() {
        assert_eq!(promised("Telegram", "nobody listens"), 1);
        assert_eq!(promised("webhooks", "in the answer's head"), 2);
        assert_eq!(promised("letters", "after ."), 2);
    }
}
