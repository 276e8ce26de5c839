//! Messages that are words and variables only, taken apart once: most are, and pages are full of them.
//!
//! In: a pattern of Fluent. Out: the same text that Fluent makes of it. Must not know which messages there are.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};

/// A message without choices, functions and references to other messages.
#[derive(Debug)]
pub(super) struct Plain(Vec<Piece>);

#[derive(Debug)]
enum Piece {
    Words(String),
    Variable(String),
}

impl Plain {
    /// `None` where only Fluent itself can say what comes of the pattern.
    pub(super) fn of(pattern: &Pattern<&str>) -> Option<Self> {
        let piece = |element: &PatternElement<&str>| match element {
            PatternElement::TextElement { value } => Some(Piece::Words((*value).to_owned())),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => Some(Piece::Variable(id.name.to_owned())),
            PatternElement::Placeable { .. } => None,
        };
        pattern.elements.iter().map(piece).collect::<Option<_>>().map(Self)
    }

    /// The text; `None` where a variable has no value, which Fluent writes in a way of its own.
    pub(super) fn fill(&self, args: &[(&str, &str)]) -> Option<String> {
        let value = |name: &str| args.iter().find(|(given, _)| *given == name).map(|(_, value)| *value);
        let parts = self.0.iter().map(|piece| match piece {
            Piece::Words(words) => Some(&**words),
            Piece::Variable(name) => value(name),
        });
        let length = parts.clone().try_fold(0, |length, part| Some(length + part?.len()))?;
        let mut text = String::with_capacity(length);
        parts.flatten().for_each(|part| text.push_str(part));
        Some(text)
    }
}
