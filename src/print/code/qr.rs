//! QR codes as vector drawings.

use std::fmt::Write as _;

use fast_qr::{ECL, QRBuilder};

/// Blank modules around a code (ISO/IEC 18004).
const QUIET_ZONE: usize = 4;

/// The modules of a code, one bit each. A tenth of its drawing, so that one is kept for every product.
#[derive(Clone, Debug, Default)]
pub struct Modules {
    width: usize,
    dark: Vec<u8>,
}

impl Modules {
    /// The code of an address.
    ///
    /// Level M repairs 15 % of the code, enough for print on labels, and keeps the modules large.
    #[must_use]
    pub fn of(address: &str) -> Self {
        let code = QRBuilder::new(address).ecl(ECL::M).build();
        let code = code.expect("an address of a page is far shorter than 2,331 bytes");
        let width = code.size;
        let mut dark = vec![0; (width * width).div_ceil(8)];
        for index in (0..width * width).filter(|index| code[index / width][index % width].value()) {
            dark[index / 8] |= 1 << (index % 8);
        }
        Self { width, dark }
    }

    fn is_dark(&self, row: usize, column: usize) -> bool {
        let index = row * self.width + column;
        self.dark[index / 8] & (1 << (index % 8)) != 0
    }

    /// The drawing, black on white, without size: the page gives it one.
    #[must_use]
    pub fn svg(&self) -> String {
        let size = self.width + 2 * QUIET_ZONE;
        let mut path = String::with_capacity(self.width * self.width * 4);
        for row in 0..self.width {
            let mut column = 0;
            while column < self.width {
                let dark = self.is_dark(row, column);
                let run = (column..self.width).take_while(|at| self.is_dark(row, *at) == dark).count();
                if dark {
                    let _ = write!(path, "M{} {}h{run}v1h-{run}z", column + QUIET_ZONE, row + QUIET_ZONE);
                }
                column += run;
            }
        }
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\">\
             <path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
        )
    }
}
