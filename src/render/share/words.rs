//! Sets words in lines and paints them.

use ab_glyph::{Font, FontRef, PxScale, ScaleFont, point};

use super::canvas::{Canvas, Paint};

/// How words are set; sizes and leading in pixels. A block chooses its own size.
#[derive(Clone, Copy)]
pub(super) struct Style<'a, 'f> {
    pub font: &'a FontRef<'f>,
    pub size: f32,
    pub leading: f32,
    pub paint: Paint,
}

/// Words in lines.
pub(super) struct Block<'a, 'f> {
    lines: Vec<String>,
    style: Style<'a, 'f>,
}

impl<'a, 'f> Block<'a, 'f> {
    /// Sets `text` in the first of `sizes` in which it needs at most `most` lines; in the last one it is cut with "…".
    pub(super) fn fit(text: &str, style: &Style<'a, 'f>, sizes: &[f32], width: f32, most: usize) -> Self {
        Self::fit_lines(text, style, sizes, width, |_| most)
    }

    /// As [`Block::fit`], in as many lines as a height holds, at most four.
    pub(super) fn within(text: &str, style: &Style<'a, 'f>, sizes: &[f32], width: f32, height: f32) -> Self {
        Self::fit_lines(text, style, sizes, width, |leading| ((height / leading) as usize).clamp(1, 4))
    }

    fn fit_lines(text: &str, style: &Style<'a, 'f>, sizes: &[f32], width: f32, most: impl Fn(f32) -> usize) -> Self {
        let set = |size: f32| {
            // Marks stand above and below Vietnamese letters, so lines are well apart.
            let style = Style { size, leading: size * 1.32, ..*style };
            Self { lines: wrapped(text, &style, width), style }
        };
        let fitting = sizes.iter().map(|size| set(*size)).find(|block| {
            block.lines.len() <= most(block.style.leading)
                && block.lines.iter().all(|line| advance(line, &block.style) <= width)
        });
        fitting.unwrap_or_else(|| {
            let mut block = set(*sizes.last().expect("a block has a size"));
            let most = most(block.style.leading);
            if block.lines.len() > most {
                block.lines.truncate(most);
                block.lines[most - 1].push('…');
            }
            for line in &mut block.lines {
                while advance(line, &block.style) > width && line.chars().count() > 2 {
                    let letters: Vec<char> = line.chars().collect();
                    let kept: String = letters[..letters.len() - 2].iter().collect();
                    *line = format!("{}…", kept.trim_end());
                }
            }
            block
        })
    }

    pub(super) fn size(&self) -> f32 {
        self.style.size
    }

    pub(super) fn height(&self) -> f32 {
        self.lines.len() as f32 * self.style.leading
    }

    pub(super) fn draw(&self, canvas: &mut Canvas, left: f32, top: f32) {
        let Style { font, size, leading, paint } = self.style;
        let scaled = font.as_scaled(scale(font, size));
        for (index, line) in self.lines.iter().enumerate() {
            // Letters stand in the middle of the height of their line.
            let middle = (leading - (scaled.ascent() - scaled.descent())) / 2.0;
            let base = top + index as f32 * leading + middle + scaled.ascent();
            let mut x = left;
            let mut before = None;
            for letter in line.chars() {
                let glyph = scaled.glyph_id(letter);
                if let Some(before) = before {
                    x += scaled.kern(before, glyph);
                }
                if let Some(outline) = font.outline_glyph(glyph.with_scale_and_position(scaled.scale(), point(x, base)))
                {
                    let bounds = outline.px_bounds();
                    let (dx, dy) = (bounds.min.x as i64, bounds.min.y as i64);
                    outline.draw(|x, y, cover| canvas.blend(dx + i64::from(x), dy + i64::from(y), cover, paint));
                }
                x += scaled.h_advance(glyph);
                before = Some(glyph);
            }
        }
    }
}

/// Size as designers count it: the height of the square on which a letter was drawn.
fn scale(font: &FontRef<'_>, size: f32) -> PxScale {
    let square = font.units_per_em().unwrap_or(1000.0);
    PxScale::from(size * font.height_unscaled() / square)
}

fn advance(line: &str, style: &Style<'_, '_>) -> f32 {
    let scaled = style.font.as_scaled(scale(style.font, style.size));
    let mut before = None;
    line.chars()
        .map(|letter| {
            let glyph = scaled.glyph_id(letter);
            let kern = before.map_or(0.0, |before| scaled.kern(before, glyph));
            before = Some(glyph);
            kern + scaled.h_advance(glyph)
        })
        .sum()
}

/// Lines as full as they go; a word longer than a line stands alone.
fn wrapped(text: &str, style: &Style<'_, '_>, width: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if advance(&format!("{line} {word}"), style) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
