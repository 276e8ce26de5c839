//! Rings the bell.

fn main() -> std::process::ExitCode {
    ocop::cli::main()
}
