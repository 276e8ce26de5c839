//! Interface texts of one language (Fluent), and the dates, numbers and amounts written as that language writes them.
//!
//! Patterns live in the translation files, so a new language needs no Rust.

mod pattern;

use std::collections::{BTreeMap, HashMap};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use foldhash::fast::RandomState;

use crate::model::{Day, Dong, PartialDate, Quantity};

use pattern::Plain;

/// The texts of one language.
pub struct Texts {
    pub tag: String,
    bundle: FluentBundle<FluentResource>,
    /// Every message that takes no variable, ready to print.
    plain: BTreeMap<String, String>,
    /// The same, found in less time: a page asks for a hundred.
    words: HashMap<String, String, RandomState>,
    /// Messages that take variables.
    keys: Vec<String>,
    /// Those of them that Fluent is not needed for.
    simple: HashMap<String, Plain, RandomState>,
    group: String,
    decimal: String,
    /// Plural forms of the language, each with a number that takes it.
    forms: Vec<(&'static str, usize)>,
}

/// Plural forms under the names of CLDR, and a message that says which one a number takes.
const PLURAL_FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
const PLURAL_PROBE: &str = "form = { $count ->\n    [zero] zero\n    [one] one\n    [two] two\n    [few] few\n    [many] many\n   *[other] other\n  }\n";
/// Every form of every language that has several appears below.
const PLURAL_NUMBERS: usize = 200;

impl Texts {
    /// Reads Fluent sources, later ones overriding earlier ones. Gives the problems of the sources as sentences.
    #[must_use]
    pub fn new(tag: &str, sources: &[String]) -> (Self, Vec<String>) {
        let locale = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        let mut problems = Vec::new();
        let mut with_variables = BTreeMap::new();
        for source in sources {
            let resource =
                match FluentResource::try_new(source.clone()) {
                    Ok(resource) => resource,
                    Err((resource, errors)) => {
                        problems.extend(errors.iter().map(|error| {
                            format!("i18n/{tag}.ftl: {error} (line {})", line_of(source, error.pos.start))
                        }));
                        resource
                    }
                };
            for entry in resource.entries() {
                if let fluent_syntax::ast::Entry::Message(message) = entry {
                    let text = message.value.as_ref().is_some_and(takes_variables);
                    with_variables.insert(message.id.name.to_owned(), text);
                }
            }
            bundle.add_resource_overriding(resource);
        }
        let mut plain = BTreeMap::new();
        let mut keys = Vec::new();
        let mut simple = HashMap::default();
        for (key, takes) in with_variables {
            if takes {
                let pattern = bundle.get_message(&key).and_then(|message| message.value());
                if let Some(pattern) = pattern.and_then(Plain::of) {
                    simple.insert(key.clone(), pattern);
                }
                keys.push(key);
            } else if let Some(pattern) = bundle.get_message(&key).and_then(|message| message.value()) {
                let mut errors = Vec::new();
                let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
                problems.extend(errors.iter().map(|error| format!("i18n/{tag}.ftl: {key}: {error}")));
                plain.insert(key, text);
            }
        }
        let sign = |key: &str, default: &str| plain.get(key).cloned().unwrap_or_else(|| default.to_owned());
        let (group, decimal) = (sign("group_separator", ","), sign("decimal_separator", "."));
        let words = plain.iter().map(|(key, text)| (key.clone(), text.clone())).collect();
        let (tag, forms) = (tag.to_owned(), plural_forms(tag));
        (Self { tag, bundle, plain, words, keys, simple, group, decimal, forms }, problems)
    }

    /// Every key, for comparing languages.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.plain.keys().chain(&self.keys).map(String::as_str)
    }

    /// The messages that take no variable.
    #[must_use]
    pub fn plain(&self) -> &BTreeMap<String, String> {
        &self.plain
    }

    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.words.contains_key(key)
    }

    /// A message without variables. All keys that Rust names are compared with the files by a test.
    #[must_use]
    pub fn get(&self, key: &str) -> &str {
        self.words.get(key).map_or("", String::as_str)
    }

    /// A message with variables.
    #[must_use]
    pub fn format(&self, key: &str, args: &[(&str, &str)]) -> String {
        if let Some(text) = self.simple.get(key).and_then(|pattern| pattern.fill(args)) {
            return text;
        }
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            values.set(*name, FluentValue::from(*value));
        }
        self.pattern(key, &values)
    }

    /// A message about a number of things: `number` for reading, `count` for the plural form.
    #[must_use]
    pub fn counted(&self, key: &str, count: usize) -> String {
        let mut values = FluentArgs::with_capacity(2);
        values.set("count", FluentValue::from(count));
        values.set("number", FluentValue::from(self.number(count as u64)));
        self.pattern(key, &values)
    }

    /// A counted message in every plural form of the language, with `number` where the number stands, for scripts that
    /// count.
    #[must_use]
    pub fn plural_forms(&self, key: &str, number: &str) -> BTreeMap<&'static str, String> {
        let text = |count: usize| {
            let mut values = FluentArgs::with_capacity(2);
            values.set("count", FluentValue::from(count));
            values.set("number", FluentValue::from(number.to_owned()));
            self.pattern(key, &values)
        };
        self.forms.iter().map(|(form, count)| (*form, text(*count))).collect()
    }

    fn pattern(&self, key: &str, values: &FluentArgs<'_>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return String::new();
        };
        self.bundle.format_pattern(pattern, Some(values), &mut Vec::new()).into_owned()
    }

    /// `1250000` as `1.250.000`.
    #[must_use]
    pub fn number(&self, number: u64) -> String {
        let digits = number.to_string();
        let mut out = String::with_capacity(digits.len() + digits.len() / 3);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                out.push_str(&self.group);
            }
            out.push(digit);
        }
        out
    }

    /// Up to two decimals, none where there are none.
    #[must_use]
    pub fn decimal(&self, number: f64) -> String {
        let text = format!("{number:.2}");
        let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
        let part = part.trim_end_matches('0');
        let whole = whole.parse().map_or_else(|_| whole.to_owned(), |whole| self.number(whole));
        if part.is_empty() { whole } else { format!("{whole}{}{part}", self.decimal) }
    }

    #[must_use]
    pub fn money(&self, price: Dong) -> String {
        self.format("money", &[("amount", &self.number(price.amount()))])
    }

    #[must_use]
    pub fn day(&self, day: Day) -> String {
        let (d, m) = (day.day().to_string(), day.month().to_string());
        let (dd, mm, yyyy) = (format!("{:02}", day.day()), format!("{:02}", day.month()), day.year().to_string());
        let month = self.get(&format!("month_{m}"));
        self.format("date_day", &[("d", &d), ("dd", &dd), ("m", &m), ("mm", &mm), ("month", month), ("yyyy", &yyyy)])
    }

    /// As exact as the date is known.
    #[must_use]
    pub fn date(&self, date: PartialDate) -> String {
        let first = date.first();
        match date {
            PartialDate::Day(day) => self.day(day),
            PartialDate::Month(..) => {
                let (m, mm, yyyy) =
                    (first.month().to_string(), format!("{:02}", first.month()), first.year().to_string());
                let month = self.get(&format!("month_{m}"));
                self.format("date_month", &[("m", &m), ("mm", &mm), ("month", month), ("yyyy", &yyyy)])
            }
            PartialDate::Year(year) => self.format("date_year", &[("yyyy", &year.to_string())]),
        }
    }

    /// As labels write it: `500 g`, `20 × 2 g (total 40 g)`, `10 cái`.
    #[must_use]
    pub fn quantity(&self, quantity: &Quantity) -> String {
        match quantity {
            Quantity::Amount { packs, each, unit } => {
                let amount = |value: f64| format!("{}\u{a0}{}", self.decimal(value), unit.symbol());
                if *packs == 1 {
                    return amount(*each);
                }
                let count = self.number(u64::from(*packs));
                self.format(
                    "net_multiple",
                    &[("count", &count), ("each", &amount(*each)), ("total", &amount(each * f64::from(*packs)))],
                )
            }
            Quantity::Pieces { count, of } => format!("{}\u{a0}{of}", self.number(u64::from(*count))),
        }
    }
}

/// The plural forms of a language, each with the smallest number that takes it.
fn plural_forms(tag: &str) -> Vec<(&'static str, usize)> {
    let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().unwrap_or_default()]);
    bundle.add_resource_overriding(FluentResource::try_new(PLURAL_PROBE.into()).expect("the probe is Fluent"));
    let form = |count: usize| {
        let pattern = bundle.get_message("form").and_then(|message| message.value()).expect("the probe has a message");
        let mut values = FluentArgs::with_capacity(1);
        values.set("count", FluentValue::from(count));
        bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    };
    let taken: Vec<String> = (0..PLURAL_NUMBERS).map(form).collect();
    PLURAL_FORMS
        .into_iter()
        .filter_map(|name| taken.iter().position(|form| form == name).map(|count| (name, count)))
        .collect()
}

fn line_of(source: &str, offset: usize) -> usize {
    source.get(..offset).unwrap_or(source).matches('\n').count() + 1
}

/// True when a pattern names a variable anywhere.
fn takes_variables(pattern: &fluent_syntax::ast::Pattern<&str>) -> bool {
    use fluent_syntax::ast::{Expression, InlineExpression, PatternElement};
    fn inline(expression: &InlineExpression<&str>) -> bool {
        match expression {
            InlineExpression::VariableReference { .. } => true,
            InlineExpression::Placeable { expression } => any(expression),
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().any(inline) || arguments.named.iter().any(|named| inline(&named.value))
            }
            _ => false,
        }
    }
    fn any(expression: &Expression<&str>) -> bool {
        match expression {
            Expression::Inline(expression) => inline(expression),
            Expression::Select { selector, variants } => {
                inline(selector) || variants.iter().any(|variant| takes_variables(&variant.value))
            }
        }
    }
    pattern.elements.iter().any(|element| match element {
        PatternElement::Placeable { expression } => any(expression),
        PatternElement::TextElement { .. } => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(tag: &str) -> Texts {
        let path = format!("{}/themes/gido/i18n/{tag}.ftl", env!("CARGO_MANIFEST_DIR"));
        let source = std::fs::read_to_string(&path).expect("the theme has texts");
        let (texts, problems) = Texts::new(tag, &[source]);
        assert_eq!(problems, Vec::<String>::new());
        texts
    }

    #[test]
    fn dates_and_money_are_written_as_each_language_writes_them() {
        let (vi, en) = (texts("vi"), texts("en"));
        let date = |text: &str| text.parse::<PartialDate>().expect(text);
        assert_eq!(vi.date(date("2024-03-02")), "02/03/2024");
        assert_eq!(en.date(date("2024-03-02")), "2\u{a0}March\u{a0}2024");
        assert_eq!(vi.date(date("2024-03")), "tháng\u{a0}3/2024");
        assert_eq!(en.date(date("2024-03")), "March\u{a0}2024");
        assert_eq!(en.date(date("2024")), "2024");
        let price = Dong::new(1_250_000).expect("not negative");
        assert_eq!(vi.money(price), "1.250.000\u{a0}₫");
        assert_eq!(en.money(price), "VND\u{a0}1,250,000");
        assert_eq!(vi.decimal(91.14), "91,14");
        assert_eq!(en.decimal(12.50), "12.5");
        assert_eq!(vi.number(0), "0");
    }

    #[test]
    fn quantities_show_each_and_total() {
        let en = texts("en");
        let show = |text: &str| en.quantity(&text.parse().expect(text));
        assert_eq!(show("500g"), "500\u{a0}g");
        assert_eq!(show("0,75 l"), "0.75\u{a0}L");
        assert_eq!(show("20 x 2 g"), "20 × 2\u{a0}g (total 40\u{a0}g)");
    }

    #[test]
    fn counted_texts_come_in_the_plural_forms_of_the_language() {
        let forms = |tag: &str| texts(tag).plural_forms("products_count", "{n}");
        assert_eq!(forms("vi").into_iter().collect::<Vec<_>>(), [("other", "{n} sản phẩm".to_owned())]);
        let en: Vec<_> = forms("en").into_iter().collect();
        assert_eq!(en, [("one", "{n} product".to_owned()), ("other", "{n} products".to_owned())]);
        assert_eq!(plural_forms("pl"), [("one", 1), ("few", 2), ("many", 0)], "Polish, whole numbers");
    }

    /// What is filled without Fluent is what Fluent makes of it.
    #[test]
    fn messages_with_variables_alone_are_filled_as_fluent_fills_them() {
        let source =
            "a = { $x } và\n    { $y }.\nb = { $x }{ $x }\nc = { \"{\" }{ $x }\nd = { $n -> \n *[other] { $x } }\n";
        let (odd, _) = Texts::new("vi", &[source.to_owned()]);
        let mut simple = 0;
        for texts in [texts("vi"), texts("en"), odd] {
            let names =
                ["x", "y", "n", "number", "count", "date", "name", "place", "stars", "dd", "mm", "yyyy", "amount"];
            for given in [&names[..], &names[..1], &[]] {
                let args: Vec<(&str, &str)> = given.iter().map(|name| (*name, "1 < 2\u{a0}ơ")).collect();
                for key in &texts.keys {
                    let mut values = FluentArgs::new();
                    for (name, value) in &args {
                        values.set(*name, FluentValue::from(*value));
                    }
                    assert_eq!(texts.format(key, &args), texts.pattern(key, &values), "{key} with {given:?}");
                    simple += usize::from(texts.simple.get(key).is_some_and(|plain| plain.fill(&args).is_some()));
                }
            }
        }
        assert!(simple > 50, "only {simple} are filled without Fluent");
    }

    #[test]
    fn later_sources_override_single_messages() {
        let (texts, problems) = Texts::new("vi", &["a = một\nb = { $x } hai\n".into(), "a = khác\n".into()]);
        assert!(problems.is_empty());
        assert_eq!(texts.get("a"), "khác");
        assert_eq!(texts.format("b", &[("x", "1")]), "1 hai");
    }
}
