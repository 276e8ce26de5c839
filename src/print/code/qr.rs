//! QR codes as vector drawings.

use fast_qr::{ECL, QRBuilder};

use super::push;

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
        // Up to 14 letters for a run, and a run of three modules on average.
        let mut svg = String::with_capacity(self.width * self.width * 3);
        svg.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
        for (number, after) in [
            (size, " "),
            (size, "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h"),
            (size, "v"),
            (size, "H0z\"/><path fill=\"#000\" d=\""),
        ] {
            push(&mut svg, number);
            svg.push_str(after);
        }
        for row in 0..self.width {
            let mut column = 0;
            while column < self.width {
                let dark = self.is_dark(row, column);
                let run = (column..self.width).take_while(|at| self.is_dark(row, *at) == dark).count();
                if dark {
                    for (before, number) in
                        [("M", column + QUIET_ZONE), (" ", row + QUIET_ZONE), ("h", run), ("v1h-", run)]
                    {
                        svg.push_str(before);
                        push(&mut svg, number);
                    }
                    svg.push('z');
                }
                column += run;
            }
        }
        svg.push_str("\"/></svg>");
        svg
    }
}
