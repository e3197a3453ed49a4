//! Tables of TOML laid one over the other. Every value keeps its place.

use rustc_hash::FxHashSet;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// What names an item of a list: one of the same name further down is not taken over.
const NAME: &str = "name";

/// Lays a table under another: of single values those on top hold, tables are laid over each other, and lists go on with
/// the items of the list beneath.
pub fn lay_under<'i>(top: &mut DeTable<'i>, beneath: DeTable<'i>) {
    for (key, value) in beneath {
        let Some(on_top) = top.get_mut::<str>(key.get_ref()) else {
            top.insert(key, value);
            continue;
        };
        match (on_top.get_mut(), value.into_inner()) {
            (DeValue::Table(top), DeValue::Table(beneath)) => lay_under(top, beneath),
            (DeValue::Array(top), DeValue::Array(beneath)) => {
                let own: FxHashSet<String> = top.iter().filter_map(name).map(str::to_owned).collect();
                let is_new = |item: &Spanned<DeValue<'_>>| name(item).is_none_or(|name| !own.contains(name));
                beneath.into_iter().filter(is_new).for_each(|item| top.push(item));
            }
            _ => {}
        }
    }
}

fn name<'v>(item: &'v Spanned<DeValue<'_>>) -> Option<&'v str> {
    item.get_ref().as_table()?.get(NAME)?.get_ref().as_str()
}

/// The same table as part of a longer text, in which it begins at a byte.
pub fn moved(table: DeTable<'_>, by: usize) -> DeTable<'_> {
    if by == 0 {
        return table;
    }
    table.into_iter().map(|(key, value)| (shifted(key, by), moved_value(value, by))).collect()
}

fn moved_value(value: Spanned<DeValue<'_>>, by: usize) -> Spanned<DeValue<'_>> {
    let place = value.span();
    let value = match value.into_inner() {
        DeValue::Table(table) => DeValue::Table(moved(table, by)),
        DeValue::Array(items) => {
            let mut list = DeArray::new();
            items.into_iter().for_each(|item| list.push(moved_value(item, by)));
            DeValue::Array(list)
        }
        other => other,
    };
    shifted(Spanned::new(place, value), by)
}

fn shifted<T>(value: Spanned<T>, by: usize) -> Spanned<T> {
    let place = value.span();
    Spanned::new(place.start + by..place.end + by, value.into_inner())
}
