//! Cost grows with the text, never with its square: of every family of documents the work for four times the
//! text is at most six times the work.
//!
//! Work is counted, not timed: here the memory that is asked for; and where valgrind is installed the instructions
//! (`tests/run --growth`), which see also what only looks.
#![cfg(feature = "server")]

mod families;
mod limits;
mod memory;
mod second_article;
mod work;

use std::process::Command;
use std::sync::Mutex;

use families::FAMILIES;
use limits::Limit;

/// Size of the smaller document in bytes.
const SIZE: usize = 8 << 10;

/// How much more four times the text may cost.
const MAX_RATIO: f64 = 6.0;

/// Memory is counted for the whole program: who counts is alone.
static ALONE: Mutex<()> = Mutex::new(());

#[test]
fn memory_grows_with_the_text() {
    let _alone = ALONE.lock();
    let mut too_much = Vec::new();
    for family in FAMILIES {
        work::run(family, SIZE / 4);
        let [small, large] = [SIZE, 4 * SIZE].map(|size| memory::of(|| work::run(family, size)));
        for (what, small, large) in
            [("asked for", small.asked_for, large.asked_for), ("held at once", small.peak, large.peak)]
        {
            let ratio = large as f64 / small.max(1) as f64;
            if ratio > MAX_RATIO {
                too_much.push(format!("{}: {what} {small} and {large} bytes, ×{ratio:.1}", family.name));
            }
        }
    }
    assert!(too_much.is_empty(), "{too_much:#?}");
}

#[test]
#[ignore = "takes minutes, and needs valgrind: tests/run --growth"]
fn instructions_grow_with_the_text() {
    let mut too_much = Vec::new();
    for family in FAMILIES {
        let [none, small, large] = [0, SIZE, 4 * SIZE]
            .map(|size| instructions("worker", &[(FAMILY, family.name), (LENGTH, &size.to_string())]));
        let ratio = (large - none) as f64 / (small - none).max(1) as f64;
        println!("{:40} {:>12} {:>12}  ×{ratio:.1}", family.name, small - none, large - none);
        if ratio > MAX_RATIO {
            too_much.push(format!("{}: ×{ratio:.1}", family.name));
        }
    }
    assert!(too_much.is_empty(), "{too_much:#?}");
}

#[test]
fn fixed_work_asks_for_no_more_memory_than_its_limit() {
    let _alone = ALONE.lock();
    let mut too_much = Vec::new();
    for Limit { work, asked_for, .. } in limits::limits() {
        let cost = memory::of(|| limits::run(work)).asked_for as u64;
        if cost > asked_for {
            too_much.push(format!("{work}: {cost} bytes, not {asked_for}"));
        }
    }
    assert!(
        too_much.is_empty(),
        "if this is what the change is worth, tests/growth/limits.tsv says so: {too_much:#?}"
    );
}

#[test]
#[ignore = "needs valgrind: tests/run --work"]
fn fixed_work_takes_no_more_instructions_than_its_limit() {
    let mut too_much = Vec::new();
    for Limit { work, instructions: limit, .. } in limits::limits() {
        let cost = instructions("fixed_worker", &[(WORK, work)]);
        println!("{work:40} {cost:>14} of {limit}");
        if cost > limit {
            too_much.push(format!("{work}: {cost} instructions, not {limit}"));
        }
    }
    assert!(
        too_much.is_empty(),
        "if this is what the change is worth, tests/growth/limits.tsv says so: {too_much:#?}"
    );
}

/// The instructions that one of the ignored tests below takes.
fn instructions(test: &str, variables: &[(&str, &str)]) -> u64 {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(std::env::current_exe().expect("this is a program"))
        .args(["--exact", test, "--ignored"])
        .envs(variables.iter().copied())
        .output()
        .expect("valgrind is installed");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{variables:?}: {said}");
    let counted = said.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok());
    counted.unwrap_or_else(|| panic!("callgrind counts: {said}"))
}

const FAMILY: &str = "GROWTH_FAMILY";
const LENGTH: &str = "GROWTH_LENGTH";
const WORK: &str = "GROWTH_WORK";

#[test]
#[ignore = "what fixed_work_takes_no_more_instructions_than_its_limit runs under valgrind"]
fn fixed_worker() {
    if let Ok(work) = std::env::var(WORK) {
        limits::run(&work);
    }
}

#[test]
#[ignore = "what instructions_grow_with_the_text runs under valgrind"]
fn worker() {
    let (Ok(name), Ok(size)) = (std::env::var(FAMILY), std::env::var(LENGTH)) else { return };
    let family = FAMILIES.iter().find(|family| family.name == name).expect("there is such a family");
    work::run(family, size.parse().expect("a number"));
}
