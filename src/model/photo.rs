//! A picture of a record, as its file was found.

use std::fmt;

use super::Text;
use crate::diag::FileId;

#[derive(Clone, Debug, PartialEq)]
pub struct Photo {
    pub file: FileId,
    /// In pixels, after turning it the way the camera says.
    pub width: u32,
    pub height: u32,
    pub format: PhotoFormat,
    /// Something shines through it, as around a cut-out pack shot.
    pub transparent: bool,
    pub content: PhotoContent,
    /// What the picture shows, for those who do not see it.
    pub alt: Text,
    pub credit: Option<Text>,
    /// A drawing that stands in for a photo; pages say so.
    pub illustration: bool,
    /// The part of the picture that must stay visible when it is cropped, 0 to 1 from the left and the top.
    pub focus: Option<(f32, f32)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PhotoFormat {
    Jpeg,
    Png,
    WebP,
}

/// Names the content of a picture: its BLAKE3 hash. So an address never shows another picture later, and a finished
/// picture is found again wherever the catalogue lies and whenever its files were written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhotoContent([u8; 32]);

impl PhotoContent {
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(blake3::hash(bytes).into())
    }

    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Sixteen hexadecimal digits for an address.
    #[must_use]
    pub fn short(&self) -> String {
        blake3::Hash::from(self.0).to_hex()[..16].to_owned()
    }
}

impl fmt::Debug for PhotoContent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.short())
    }
}

/// What stands in the place of a photo while it loads: its mean colour, and how light each quarter of it is.
///
/// Seven letters, because a strict Content-Security-Policy forbids colours in the markup: each letter is one rule of
/// the style sheet. Red `a`–`h`, green `i`–`p`, blue `q`–`x`, from none to full; then the quarters top left `A`–`E`, top
/// right `F`–`J`, bottom left `K`–`O`, bottom right `P`–`T`, from much darker to much lighter than the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tone([u8; 7]);

/// Steps of a colour.
const STEPS: u32 = 8;

impl Tone {
    /// From the colours (red, green, blue) of the quarters: top left, top right, bottom left, bottom right.
    #[must_use]
    pub fn of(quarters: [[u8; 3]; 4]) -> Self {
        let mean = |part: usize| quarters.iter().map(|colour| u32::from(colour[part])).sum::<u32>() / 4;
        let light = |[red, green, blue]: [u32; 3]| (299 * red + 587 * green + 114 * blue) / 1000;
        let whole = [mean(0), mean(1), mean(2)];
        let mut letters = [0; 7];
        for (part, first) in [b'a', b'i', b'q'].into_iter().enumerate() {
            letters[part] = first + ((whole[part] * (STEPS - 1) + 127) / 255) as u8;
        }
        for (quarter, first) in [b'A', b'F', b'K', b'P'].into_iter().enumerate() {
            let lighter = light(quarters[quarter].map(u32::from)).cast_signed() - light(whole).cast_signed();
            letters[3 + quarter] = first
                + match lighter {
                    ..-40 => 0,
                    -40..-14 => 1,
                    -14..=14 => 2,
                    15..=40 => 3,
                    _ => 4,
                };
        }
        Self(letters)
    }

    /// Reads what [`Tone::as_str`] wrote.
    #[must_use]
    pub fn read(letters: &[u8]) -> Option<Self> {
        let letters: [u8; 7] = letters.try_into().ok()?;
        let firsts = [b'a', b'i', b'q', b'A', b'F', b'K', b'P'];
        let counts = [8, 8, 8, 5, 5, 5, 5];
        let fits = letters
            .iter()
            .zip(firsts)
            .zip(counts)
            .all(|((letter, first), count)| (first..first + count).contains(letter));
        fits.then_some(Self(letters))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("seven letters of ASCII")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tone_has_the_mean_colour_and_the_light_of_each_quarter() {
        assert_eq!(Tone::of([[0, 0, 0]; 4]).as_str(), "aiqCHMR");
        assert_eq!(Tone::of([[255, 255, 255]; 4]).as_str(), "hpxCHMR");
        let lit_from_above = [[255, 200, 160], [220, 180, 150], [160, 120, 90], [60, 40, 20]];
        assert_eq!(Tone::of(lit_from_above).as_str(), "fmtEJMP");
    }

    #[test]
    fn only_a_tone_is_read_as_one() {
        for tone in [Tone::of([[0; 3]; 4]), Tone::of([[9, 80, 255], [255; 3], [0; 3], [128; 3]])] {
            assert_eq!(Tone::read(tone.as_str().as_bytes()), Some(tone));
        }
        for other in [&b""[..], b"aiqCHM", b"aiqCHMRR", b"iaqCHMR", b"aiqCHM\""] {
            assert_eq!(Tone::read(other), None, "{other:?}");
        }
    }
}
