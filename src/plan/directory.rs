//! Finds the pages of a plan by what they are about and by their paths.

use std::hash::BuildHasher;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

use super::{Job, Route};

/// Numbers of jobs. Neither routes nor paths are kept a second time: a large catalogue has a million of each.
#[derive(Default)]
pub struct Directory {
    hasher: RandomState,
    by_route: HashTable<u32>,
    by_path: HashTable<u32>,
}

impl Directory {
    pub fn reserve(&mut self, more: usize, jobs: &[Job]) {
        let Self { hasher, by_route, by_path } = self;
        by_route.reserve(more, |job| hasher.hash_one(jobs[*job as usize].route));
        by_path.reserve(more, |job| hasher.hash_one(jobs[*job as usize].path.as_str()));
    }

    /// Enters the last job; a route has one page, which is the last one entered.
    pub fn enter_last(&mut self, jobs: &[Job]) {
        let Self { hasher, by_route, by_path } = self;
        let last = jobs.len() - 1;
        let job = &jobs[last];
        let last = u32::try_from(last).expect("a site has fewer than 4,000 million pages");
        let route_of = |job: &u32| jobs[*job as usize].route;
        by_route
            .entry(
                hasher.hash_one(job.route),
                |other| route_of(other) == job.route,
                |other| hasher.hash_one(route_of(other)),
            )
            .insert(last);
        let path_of = |job: &u32| jobs[*job as usize].path.as_str();
        by_path.insert_unique(hasher.hash_one(job.path.as_str()), last, |other| hasher.hash_one(path_of(other)));
    }

    pub fn by_route<'j>(&self, route: &Route, jobs: &'j [Job]) -> Option<&'j Job> {
        let found = self.by_route.find(self.hasher.hash_one(route), |job| jobs[*job as usize].route == *route);
        found.map(|job| &jobs[*job as usize])
    }

    pub fn by_path(&self, path: &str, jobs: &[Job]) -> Option<usize> {
        let found = self.by_path.find(self.hasher.hash_one(path), |job| jobs[*job as usize].path.as_str() == path);
        found.map(|job| *job as usize)
    }
}
