//! Draws the picture that is shown where an address is shared: photo, name, stars, producer, site.
//!
//! In: a [`ShareCard`] and its photo. Out: a JPEG of 1200 × 630 pixels. Left the photo as a square, cut around its focus;
//! right the words on paper, between two woven bands. Without a photo the words have the whole picture, set larger. Drawn with a rasteriser that counts in plain floating point, so
//! the same card gives the same bytes on every machine. Must not know: records, addresses.

mod canvas;
mod words;

use ab_glyph::FontRef;
use image::DynamicImage;

use crate::pages::share::{HEIGHT, ShareCard, ShareStars, WIDTH};

use super::photo::{Size, jpeg, resample};
use canvas::{Canvas, Paint};
use words::{Block, Style};

/// The two weights of the letters.
pub struct Fonts<'a> {
    regular: FontRef<'a>,
    bold: FontRef<'a>,
}

impl<'a> Fonts<'a> {
    /// From two TrueType files; `None` when one is none.
    #[must_use]
    pub fn new(regular: &'a [u8], bold: &'a [u8]) -> Option<Self> {
        Some(Self { regular: FontRef::try_from_slice(regular).ok()?, bold: FontRef::try_from_slice(bold).ok()? })
    }
}

/// Networks leave out what is heavy, and readers pay for it: the first quality that keeps a picture below `MOST` bytes,
/// else the last.
const QUALITIES: [u8; 5] = [84, 76, 68, 60, 52];
const MOST: usize = 100_000;

// The colours of the theme in the light: a picture cannot know how dark it will be looked at.
const PAPER: Paint = Paint([0xfb, 0xf7, 0xef]);
const INK: Paint = Paint([0x21, 0x1b, 0x14]);
const SOFT: Paint = Paint([0x5c, 0x52, 0x45]);
const LACQUER: Paint = Paint([0x8f, 0x1d, 0x14]);
const LEAF: Paint = Paint([0x2e, 0x5a, 0x3b]);
const GOLD: Paint = Paint([0xb0, 0x7a, 0x00]);

/// The column of words, and how large they are set in it: the first size of each that fits.
struct Column {
    /// Where the bands begin.
    edge: f32,
    left: f32,
    width: f32,
    name: &'static [f32],
    by: &'static [f32],
}

const BESIDE: Column = Column {
    edge: HEIGHT as f32,
    left: HEIGHT as f32 + 44.0,
    width: WIDTH as f32 - HEIGHT as f32 - 88.0,
    name: &[62.0, 56.0, 50.0, 44.0, 38.0, 34.0, 30.0],
    by: &[27.0, 24.0, 22.0],
};
const WHOLE: Column = Column {
    edge: 0.0,
    left: 96.0,
    width: WIDTH as f32 - 192.0,
    name: &[92.0, 82.0, 72.0, 62.0, 54.0, 46.0, 38.0, 30.0],
    by: &[38.0, 34.0, 30.0, 26.0],
};

/// Draws a card; `photo` is upright and in sRGB.
#[must_use]
pub fn draw(card: &ShareCard, photo: Option<&DynamicImage>, fonts: &Fonts<'_>) -> Vec<u8> {
    let mut canvas = Canvas::new(WIDTH, HEIGHT, PAPER);
    if let Some(photo) = photo {
        canvas.paste(&square(photo, card.focus), 0, 0);
    }
    let column = if photo.is_some() { &BESIDE } else { &WHOLE };
    let Column { edge, left, width, .. } = *column;
    band(&mut canvas, edge, 28.0);
    band(&mut canvas, edge, HEIGHT as f32 - 40.0);
    let site = Style { font: &fonts.bold, size: 24.0, leading: 34.0, paint: LACQUER };
    let site = Block::fit(&card.site, &site, &[24.0], width, 2);
    site.draw(&mut canvas, left, 64.0);

    let soft = Style { font: &fonts.regular, size: 0.0, leading: 0.0, paint: SOFT };
    let by = Block::fit(&card.by, &soft, column.by, width, 2);
    let place = card.place.as_ref().map(|text| Block::fit(text, &soft, &[by.size(), 22.0], width, 1));
    let note = card.note.as_ref().map(|text| Block::fit(text, &soft, &[20.0], width, 1));

    // The words stand in the middle of what the name of the site leaves; the note lies on the lower band.
    let (top, bottom) = (64.0 + site.height() + 16.0, HEIGHT as f32 - 56.0 - note.as_ref().map_or(0.0, Block::height));
    let stars_height = if card.stars.is_some() { 24.0 + STAR * 2.0 + 12.0 + 34.0 } else { 0.0 };
    let below = 14.0 + by.height() + place.as_ref().map_or(0.0, Block::height) + stars_height;
    let name = Style { font: &fonts.bold, size: 0.0, leading: 0.0, paint: INK };
    let name = Block::within(&card.name, &name, column.name, width, bottom - top - below);
    let height = name.height() + below;
    let mut y = top + ((bottom - top - height) / 2.0).max(0.0);
    name.draw(&mut canvas, left, y);
    y += name.height() + 14.0;
    by.draw(&mut canvas, left, y);
    y += by.height();
    if let Some(place) = place {
        place.draw(&mut canvas, left, y);
        y += place.height();
    }
    if let Some(held) = &card.stars {
        stars(&mut canvas, held, fonts, column, y + 24.0);
    }
    if let Some(note) = note {
        note.draw(&mut canvas, left, bottom);
    }
    let picture = canvas.into_picture();
    let mut made = Vec::new();
    for quality in QUALITIES {
        made = jpeg(&picture, quality);
        if made.len() < MOST {
            break;
        }
    }
    made
}

/// Half the width of a star.
const STAR: f32 = 22.0;

fn stars(canvas: &mut Canvas, held: &ShareStars, fonts: &Fonts<'_>, column: &Column, top: f32) {
    for index in 0..held.count {
        let centre = (column.left + STAR + f32::from(index) * (2.0 * STAR + 8.0), top + STAR);
        // Five points outside, five inside, beginning at the top.
        let corner = |at: u8| {
            let angle = std::f64::consts::TAU * f64::from(at) / 10.0;
            let reach = f64::from(STAR) * if at.is_multiple_of(2) { 1.0 } else { 0.45 };
            (centre.0 + (angle.sin() * reach) as f32, centre.1 - (angle.cos() * reach) as f32)
        };
        canvas.polygon(&(0..10).map(corner).collect::<Vec<_>>(), GOLD);
    }
    let until = Style { font: &fonts.bold, size: 24.0, leading: 34.0, paint: LEAF };
    Block::fit(&held.until, &until, &[24.0, 22.0, 20.0], column.width, 1).draw(
        canvas,
        column.left,
        top + 2.0 * STAR + 12.0,
    );
}

/// The woven band of the theme, 12 pixels high: diamonds between two lines.
fn band(canvas: &mut Canvas, left: f32, top: f32) {
    let right = WIDTH as f32;
    for y in [top, top + 11.0] {
        canvas.polygon(&[(left, y), (right, y), (right, y + 1.0), (left, y + 1.0)], LACQUER);
    }
    let mut x = left + 12.0;
    for paint in [LACQUER, GOLD, LEAF, GOLD].into_iter().cycle() {
        if x > right {
            break;
        }
        let reach = if paint == GOLD { 2.0 } else { 4.0 };
        diamond(canvas, (x, top + 6.0), reach, paint);
        if paint != GOLD {
            diamond(canvas, (x, top + 6.0), 1.5, PAPER);
        }
        x += 12.0;
    }
}

fn diamond(canvas: &mut Canvas, (x, y): (f32, f32), reach: f32, paint: Paint) {
    canvas.polygon(&[(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], paint);
}

/// The largest square of a photo that has its focus as near to the middle as possible, in the height of the card.
fn square(photo: &DynamicImage, focus: (f32, f32)) -> image::RgbImage {
    let (width, height) = (photo.width(), photo.height());
    let side = width.min(height);
    let start = |length: u32, focus: f32| {
        let wanted = f64::from(focus) * f64::from(length) - f64::from(side) / 2.0;
        wanted.round().clamp(0.0, f64::from(length - side)) as u32
    };
    let cut = photo.crop_imm(start(width, focus.0), start(height, focus.1), side, side);
    super::photo::on_white(&resample(cut, Size { width: HEIGHT, height: HEIGHT }))
}

#[cfg(test)]
mod tests;
