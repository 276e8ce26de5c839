//! Rings the bell.

/// A build of ten thousand products spent a quarter of its time in the allocator of the system, and more per page than a
/// small one; with this one the cost of a page does not grow.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    ocop::cli::main()
}
