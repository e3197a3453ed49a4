//! The `vartani` binary: everything it does is in [`vartani::cli`].

fn main() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
