//! Where the time of a run goes: one stage after the other, and within the pages their kinds.
//!
//! In: work to be timed, and what was written meanwhile. Out: [`Stage`]s in the order they ended. Must not know what any
//! of them does. Start at [`Timings::stage`].

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};

/// Measured always: it costs two looks at a clock for each page.
#[derive(Default)]
pub struct Timings {
    stages: Mutex<Vec<Stage>>,
    kinds: Mutex<BTreeMap<&'static str, Work>>,
    files: AtomicU64,
    bytes: AtomicU64,
}

/// A step of the pipeline. No two overlap.
#[derive(Clone, Debug)]
pub struct Stage {
    pub name: &'static str,
    pub wall: Duration,
    /// Of all threads together.
    pub work: Work,
    /// What the stage consists of, by name; empty where it is one thing.
    pub kinds: BTreeMap<&'static str, Work>,
}

/// Processor time, and what came of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Work {
    pub processor: Duration,
    pub files: u64,
    pub bytes: u64,
}

impl Timings {
    /// Does some work and notes what it took.
    pub fn stage<T>(&self, name: &'static str, work: impl FnOnce() -> T) -> T {
        let (begin, before) = (Instant::now(), self.so_far());
        let result = work();
        let after = self.so_far();
        let work = Work {
            processor: after.processor.saturating_sub(before.processor),
            files: after.files - before.files,
            bytes: after.bytes - before.bytes,
        };
        let kinds = std::mem::take(&mut *locked(&self.kinds));
        locked(&self.stages).push(Stage { name, wall: begin.elapsed(), work, kinds });
        result
    }

    /// Makes one file of the stage that is going on, which gives its size; called from many threads.
    ///
    /// # Errors
    /// Those of making it.
    pub fn file<E>(&self, kind: &'static str, make: impl FnOnce() -> Result<usize, E>) -> Result<usize, E> {
        let before = clock(ClockId::ThreadCPUTime);
        let result = make();
        let processor = clock(ClockId::ThreadCPUTime).saturating_sub(before);
        let mut kinds = locked(&self.kinds);
        let work = kinds.entry(kind).or_default();
        work.processor += processor;
        work.files += 1;
        work.bytes += *result.as_ref().unwrap_or(&0) as u64;
        drop(kinds);
        result
    }

    /// Notes that a file was put away.
    pub fn wrote(&self, bytes: usize) {
        self.files.fetch_add(1, Ordering::Relaxed);
        self.bytes.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    #[must_use]
    pub fn stages(&self) -> Vec<Stage> {
        locked(&self.stages).clone()
    }

    fn so_far(&self) -> Work {
        Work {
            processor: clock(ClockId::ProcessCPUTime),
            files: self.files.load(Ordering::Relaxed),
            bytes: self.bytes.load(Ordering::Relaxed),
        }
    }
}

fn clock(clock: ClockId) -> Duration {
    let time = clock_gettime(clock);
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap_or(0))
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_has_what_was_written_while_it_went_on_and_no_more() {
        let timings = Timings::default();
        timings.stage("load", || timings.wrote(5));
        timings.stage("pages", || {
            for size in [7, 8] {
                let file = || {
                    timings.wrote(size);
                    Ok::<_, ()>(size)
                };
                assert_eq!(timings.file("product", file), Ok(size));
            }
        });
        let told: Vec<_> =
            timings.stages().iter().map(|stage| (stage.name, stage.work.files, stage.work.bytes)).collect();
        assert_eq!(told, [("load", 1, 5), ("pages", 2, 15)]);
        let pages = &timings.stages()[1];
        assert_eq!((pages.kinds["product"].files, pages.kinds["product"].bytes), (2, 15));
        assert!(timings.stages()[0].kinds.is_empty());
    }

    #[test]
    fn work_costs_processor_time_and_waiting_does_not() {
        let timings = Timings::default();
        let wait = Duration::from_millis(60);
        let sleep = || {
            std::thread::sleep(wait);
            Ok::<_, ()>(0)
        };
        assert_eq!(timings.stage("wait", || timings.file("sleep", sleep)), Ok(0));
        timings.stage("work", || {
            let begin = clock(ClockId::ThreadCPUTime);
            while clock(ClockId::ThreadCPUTime).saturating_sub(begin) < wait {}
        });
        let stages = timings.stages();
        assert!(stages[0].wall >= wait && stages[0].kinds["sleep"].processor < wait / 2);
        assert!(stages[1].wall >= wait / 2 && stages[1].work.processor >= wait);
    }
}
