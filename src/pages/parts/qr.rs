//! QR codes as vector drawings.

use std::fmt::Write as _;

use qrcode::{EcLevel, QrCode};

/// Blank modules around a code (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;

/// The code of an address as SVG, black on white, without size: the page gives it one.
///
/// Level M repairs 15 % of the code, enough for print on labels, and keeps the modules large.
#[must_use]
pub fn svg(address: &str) -> String {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).expect("an address of a page is far shorter than 2,331 bytes");
    let width = code.width();
    let colors = code.to_colors();
    let size = width + 2 * QUIET_ZONE;
    let mut path = String::new();
    for (row, line) in colors.chunks(width).enumerate() {
        let mut column = 0;
        while column < width {
            let run = line[column..].iter().take_while(|color| **color == line[column]).count();
            if line[column] == qrcode::Color::Dark {
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", column + QUIET_ZONE, row + QUIET_ZONE);
            }
            column += run;
        }
    }
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>")
}
