//! Papers and what a sheet measures on each.

use serde::Serialize;

/// Papers that sheets are made for, always upright.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Paper {
    A4,
    A5,
}

impl Paper {
    pub const ALL: [Paper; 2] = [Paper::A4, Paper::A5];

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Paper::A4 => "a4",
            Paper::A5 => "a5",
        }
    }

    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.name() == name)
    }

    /// Width and height in millimetres.
    #[must_use]
    pub fn size_mm(self) -> (f64, f64) {
        match self {
            Paper::A4 => (210.0, 297.0),
            Paper::A5 => (148.0, 210.0),
        }
    }

    /// What a sheet of this paper measures.
    #[must_use]
    pub fn design(self) -> Design {
        match self {
            Paper::A4 => Design {
                width: 182.0,
                height: 277.0,
                name: 26.0,
                other: 13.0,
                text: 10.0,
                photo: (84.0, 63.0),
                label: 30.0,
                gap: 4.0,
                qr: 27.0,
            },
            Paper::A5 => Design {
                width: 130.0,
                height: 194.0,
                name: 19.0,
                other: 10.0,
                text: 8.4,
                photo: (60.0, 45.0),
                label: 24.0,
                gap: 2.8,
                qr: 24.0,
            },
        }
    }
}

/// Measures of a sheet: millimetres for lengths, points for type. The style sheet `css/paper/sheet.css` and the print theme
/// `print/sheets.typ` use the same numbers; what fits is decided from them before anything is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Design {
    /// Width and height of what is printed, without margins.
    pub width: f64,
    pub height: f64,
    pub name: f64,
    pub other: f64,
    pub text: f64,
    pub photo: (f64, f64),
    /// Column of the labels of facts.
    pub label: f64,
    pub gap: f64,
    /// The QR code with its quiet zone.
    pub qr: f64,
}
