//! The `vartani` binary: everything it does is in [`vartani::cli`].

fn main() -> std::process::ExitCode {
    vartani::cli::run()
}
