//! What the chunks of a PNG say: whether it is whole, moves, or lets something shine through.

use png::{ColorType, Decoder, Limits, Transformations};

/// Whether any pixel is not quite solid. Programs write an alpha channel also where nothing is transparent; only the
/// pixels tell. Most cut-out pictures are clear in the first row, so most are known after it.
pub(super) fn is_transparent(bytes: &[u8]) -> Result<bool, String> {
    let mut decoder = Decoder::new_with_limits(std::io::Cursor::new(bytes), Limits { bytes: 64_000_000 });
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|error| error.to_string())?;
    let samples = match reader.output_color_type().0 {
        ColorType::Rgba => 4,
        ColorType::GrayscaleAlpha => 2,
        _ => return Ok(false),
    };
    while let Some(row) = reader.next_row().map_err(|error| error.to_string())? {
        if row.data().iter().skip(samples - 1).step_by(samples).any(|alpha| *alpha < 255) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether it is an animation: the chunk that says so stands before the first picture.
pub(super) fn is_animated(bytes: &[u8]) -> bool {
    chunks(bytes).take_while(|(kind, _)| kind != b"IDAT").any(|(kind, _)| kind == *b"acTL")
}

pub(super) fn has_an_end(bytes: &[u8]) -> bool {
    chunks(bytes).any(|(kind, end)| kind == *b"IEND" && end <= bytes.len())
}

/// Kind of each chunk, and where it ends: length in four bytes, kind, data, checksum in four bytes.
fn chunks(bytes: &[u8]) -> impl Iterator<Item = ([u8; 4], usize)> + '_ {
    let mut at = 8;
    std::iter::from_fn(move || {
        let head = bytes.get(at..at + 8)?;
        let (length, kind) = head.split_at(4);
        let length = u32::from_be_bytes(length.try_into().ok()?) as usize;
        at = at.checked_add(length)?.checked_add(12)?;
        Some((kind.try_into().ok()?, at))
    })
}
