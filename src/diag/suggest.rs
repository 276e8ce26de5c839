//! "Did you mean": the known name that is nearest to what was written.

/// The nearest of `known` to `found`, as a help text, or nothing when none is near.
///
/// Near means at most a third of the letters differ (Damerau–Levenshtein), or one name begins with the other.
pub fn did_you_mean<'k>(found: &str, known: impl IntoIterator<Item = &'k str>) -> Option<String> {
    nearest(found, known).map(|name| format!("did you mean `{name}`?"))
}

/// No name is longer, and comparing takes the time of one length times the other.
const LONGEST: usize = 200;

fn nearest<'k>(found: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    if found.len() > LONGEST {
        return None;
    }
    let found = found.to_lowercase();
    let letters = found.chars().count();
    let mut best: Option<(usize, &str)> = None;
    for name in known {
        let lower = name.to_lowercase();
        if lower.len() > LONGEST {
            continue;
        }
        let begins = found.len() >= 3 && lower.len() >= 3 && (lower.starts_with(&found) || found.starts_with(&lower));
        // Names that differ much in length differ in at least as many letters.
        let apart = lower.chars().count().abs_diff(letters);
        if !begins && apart * 3 > letters.max(3) {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&found, &lower);
        let near = distance * 3 <= letters.max(3) || begins;
        if near && best.is_none_or(|(so_far, _)| distance < so_far) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

/// Up to twelve names for a message: "`a`, `b` or `c`".
#[must_use]
pub fn listed<'k>(names: impl IntoIterator<Item = &'k str>) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    let shown = names.len().min(12);
    let quoted: Vec<String> = names[..shown].iter().map(|name| format!("`{name}`")).collect();
    if names.len() > shown {
        return format!("{} and {} more", quoted.join(", "), names.len() - shown);
    }
    match quoted.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_suggested_and_far_ones_are_not() {
        let known = ["producer", "place", "price_date"];
        assert_eq!(did_you_mean("produccer", known), Some("did you mean `producer`?".into()));
        assert_eq!(did_you_mean("price", known), Some("did you mean `price_date`?".into()));
        assert_eq!(did_you_mean("weather", known), None);
    }

    #[test]
    fn a_list_reads_like_a_sentence() {
        assert_eq!(listed(["a"]), "`a`");
        assert_eq!(listed(["a", "b", "c"]), "`a`, `b` or `c`");
    }
}
