use super::super::patch::Touched;
use super::*;

const FILE: &str = r#"
source = "compiled by hand, public record"
as_of = "2025-06-30"

[asha-devi]
kind = "person"
name = "आशा देवी"
short = "आशा"
latin = "Asha Devi"
hi = "काल्पनिक सरपंच"
en = "a village head who does not exist"
roles = [{ title = "सरपंच", en = "village head", from = "2019", to = "2024-05" }]
"#;

#[test]
fn a_table_is_an_actor() {
    let (actors, faults) = parse(FILE);
    assert_eq!(faults, []);
    let asha = &actors[0];
    assert_eq!(
        (asha.id.as_str(), asha.name(), asha.source.as_str()),
        ("asha-devi", "आशा देवी", "compiled by hand, public record")
    );
    assert_eq!(
        asha.names.iter().map(|n| (n.form, n.alone)).collect::<Vec<_>>(),
        [(Form::Full, true), (Form::Short, false)]
    );
    assert_eq!(asha.role_on("2020-01-01".parse().unwrap()).unwrap().title, "सरपंच");
}

#[test]
fn a_long_file_is_read_in_parts_and_says_the_same() {
    let entry = |n: usize| {
        let name: String = n
            .to_string()
            .chars()
            .map(|c| char::from_u32('क' as u32 + c as u32 - '0' as u32).unwrap())
            .collect();
        format!("[p{n}]\nkind = \"person\"\nname = \"राम {name}\"\nlatin = \"Ram\"\n\n")
    };
    let mut text = FILE.to_owned();
    text.extend((0..30_000).map(entry));
    assert!(text.len() > 2 * LONG);
    let (actors, faults) = parse(&text);
    assert_eq!((actors.len(), faults), (30_001, Vec::new()));
    assert_eq!(actors[30_000].source, "compiled by hand, public record", "the head holds for all parts");

    let lines = text.lines().count();
    let (_, faults) = parse(&format!("{text}{}[late]\nkind = \"person\"\nage = 7\n", entry(7)));
    assert_eq!(faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [lines + 1, lines + 8]);
    let quoted = format!("{text}[q]\nkind = \"work\"\nname = \"\"\"क\n[\"\"\"\nlatin = \"Q\"\n");
    assert_eq!(parse(&quoted).0.len(), 30_002);
    let (actors, faults) = parse(&format!("{text}[broken\n"));
    assert_eq!((actors.len(), faults.len(), faults[0].line), (0, 1, lines + 1));
}

#[test]
fn a_fault_names_its_line_and_leaves_the_rest() {
    let broken = format!("{FILE}\n[b]\nkind = \"person\"\nname = \"ब\"\nlatin = \"B\"\nage = 7\n");
    let (actors, faults) = parse(&broken);
    assert_eq!((actors.len(), faults.len(), faults[0].line), (1, 1, 18));
    assert!(faults[0].message.en.contains("age"), "{}", faults[0].message);
    let (_, faults) = parse("[x]\nkind = \"person\"\nname = \"क\"\nlatin = \"K\"\nborn = \"2025-04-31\"\n");
    assert_eq!(faults[0].line, 5);
}

const BASE: &str = r#"
[asha-devi]
kind = "person"
name = "आशा देवी"
latin = "Asha Devi"
roles = [{ title = "सरपंच", en = "village head", office = "IN/head", from = "2019-01-01", checked = "2026-01-01" }]
"#;

fn patched(patch: &str) -> Result<Actor, Message> {
    let (base, faults) = parse(BASE);
    assert_eq!(faults, []);
    let file = read(patch);
    assert_eq!(file.faults, []);
    let mut touched = Touched::default();
    file.patches.iter().try_fold(base[0].clone(), |actor, patch| patch.apply(&actor, &mut touched))
}

#[test]
fn a_patch_closes_a_role_and_adds_one() {
    let actor = patched(
            r#"
[asha-devi]
patch = true
also = ["आशा ताई"]
roles = [
  { title = "सरपंच", en = "village head", office = "IN/head", from = "2019-01-01", to = "2026-05-01" },
  { title = "प्रमुख", en = "block head", office = "IN/block-head", from = "2026-05-01", checked = "2026-06-01" },
]
"#,
        )
        .unwrap();
    let on = |day: &str| actor.role_on(day.parse().unwrap()).map(|role| role.title.as_str());
    assert_eq!([on("2026-04-30"), on("2026-05-02")], [Some("सरपंच"), Some("प्रमुख")]);
    assert_eq!((actor.name(), actor.names.len()), ("आशा देवी", 2));
}

#[test]
fn dates_that_overlap_after_a_patch_are_said() {
    let said = patched(
        "[asha-devi]\npatch = true\nroles = [{ title = \"सरपंच\", en = \"head\", office = \"IN/head\", from = \"2024-01-01\" }]\n",
    );
    assert!(said.unwrap_err().en.contains("overlap; close the first with `to`"));
}
