//! The `vartani` binary: everything it does is in [`vartani::cli`].

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Write};
use std::process::ExitCode;

use vartani::cli::compare;
use vartani::newsroom::Lexicon;

/// How much of the input is read at once.
const BUFFER: usize = 1 << 20;

/// Provisional: `compare A B` and `compare --pairs FILE|-`, until the full command line is here.
fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let output = BufWriter::new(io::stdout().lock());
    let lexicon = Lexicon::shipped();
    let result = match args[..] {
        ["compare", "--pairs", "-"] => {
            compare::run(BufReader::with_capacity(BUFFER, io::stdin()), output, &lexicon)
        }
        ["compare", "--pairs", path] => File::open(path)
            .map_err(|error| io::Error::new(error.kind(), format!("{path}: {error}")))
            .and_then(|file| compare::run(BufReader::with_capacity(BUFFER, file), output, &lexicon)),
        ["compare", a, b] => single(a, b, &lexicon, output).map(|()| Vec::new()),
        _ => {
            eprintln!("usage: vartani compare A B | vartani compare --pairs FILE|-");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(bad) if bad.is_empty() => ExitCode::SUCCESS,
        Ok(bad) => {
            const TOLD: usize = 10;
            for line in bad.iter().take(TOLD) {
                eprintln!("vartani compare: {line}");
            }
            if bad.len() > TOLD {
                eprintln!("vartani compare: and {} more lines", bad.len() - TOLD);
            }
            ExitCode::from(2)
        }
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("vartani compare: {error}");
            ExitCode::from(2)
        }
    }
}

fn single(a: &str, b: &str, lexicon: &Lexicon, mut output: impl Write) -> io::Result<()> {
    compare::one(a, b, lexicon, &mut output)?;
    output.flush()
}
