//! The reader of workbooks panics on some damaged files. Here that is a message, as every other damage.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

use anyhow::{Result, anyhow};

thread_local! {
    static READING: Cell<bool> = const { Cell::new(false) };
}

/// Does `read`, which calls the reader of workbooks and nothing of ours: our bugs stay bugs. What it was reading must not be
/// used after it has failed.
///
/// # Errors
/// When `read` fails or panics.
pub fn guarded<T, E>(read: impl FnOnce() -> Result<T, E>) -> Result<T>
where
    anyhow::Error: From<E>,
{
    static QUIET: Once = Once::new();
    // Nobody can do anything with a line of the source of somebody else's reader.
    QUIET.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |panic| {
            if !READING.get() {
                usual(panic);
            }
        }));
    });
    let outside = READING.replace(true);
    let done = catch_unwind(AssertUnwindSafe(read));
    READING.set(outside);
    match done {
        Ok(done) => Ok(done?),
        Err(_) => Err(anyhow!("it is damaged; open it in the program that made it and save it again, best as .xlsx")),
    }
}
