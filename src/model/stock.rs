//! Label stock: sheets of A4 with labels at fixed places, and rolls.
//!
//! One table gives the style sheet of the web pages and the PDF their positions.

use serde::Serialize;

/// Where the labels of a sheet lie, in millimetres. The first label is at the top on the left.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stock {
    /// Key in addresses and on the command line: `3x8`, `roll-58`.
    pub id: String,
    pub form: StockForm,
    pub columns: u32,
    pub rows: u32,
    /// Size of a label.
    pub width: f64,
    pub height: f64,
    /// Blank in front of the first column and above the first row.
    pub left: f64,
    pub top: f64,
    /// From the edge of a label to the same edge of the next one.
    pub step_x: f64,
    pub step_y: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Hash)]
#[serde(rename_all = "lowercase")]
pub enum StockForm {
    /// Many on a sheet of A4.
    Sheet,
    /// One after the other, each a page of its own.
    Roll,
}

/// How much stands on a label: the design that belongs to its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Hash)]
#[serde(rename_all = "lowercase")]
pub enum Room {
    /// Name, price, unit, stars and a QR code.
    Small,
    /// Also what is sold, and on request the bar code of a package for the till.
    Usual,
    /// The same, larger.
    Wide,
}

impl Room {
    /// Key in style sheets and templates.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Room::Small => "small",
            Room::Usual => "usual",
            Room::Wide => "wide",
        }
    }
}

/// Why a grid is no label stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadGrid {
    /// No column or no row, or more than a sheet has.
    Count,
    /// A label is smaller than 38 × 21 mm: a code that scanners read and a price do not fit.
    Small,
    /// The labels overlap.
    Overlap,
    /// The labels reach over the edge of the paper.
    Edge,
}

const A4: (f64, f64) = (210.0, 297.0);
/// Shortest and narrowest label on which name, price and a code of 15.5 mm have room.
const SMALLEST: (f64, f64) = (38.0, 21.0);
/// What the designs with more on them need: `css/paper/label.css` and `print/labels.typ`.
const USUAL: (f64, f64) = (57.0, 33.5);
const WIDE: (f64, f64) = (76.0, 38.0);

impl Stock {
    /// The stocks that every site knows. Sizes as sold (for instance Avery L7159, L7160, L7163); the columns of such sheets
    /// are 2.5 mm apart and the rest is margin, the same on both sides.
    #[must_use]
    pub fn known() -> Vec<Self> {
        vec![
            Self::sheet("3x8", 3, 8, 63.5, 33.9),
            Self::sheet("3x7", 3, 7, 63.5, 38.1),
            Self::sheet("2x7", 2, 7, 99.1, 38.1),
            Self::roll("roll-58", 58.0, 40.0),
            Self::roll("roll-80", 80.0, 50.0),
        ]
    }

    fn sheet(id: &str, columns: u32, rows: u32, width: f64, height: f64) -> Self {
        let (gap_x, gap_y) = (2.5, 0.0);
        Self::grid(id, columns, rows, (width, height), (gap_x, gap_y), None).expect("known stocks fit on A4")
    }

    fn roll(id: &str, width: f64, height: f64) -> Self {
        let id = id.to_owned();
        Self {
            id,
            form: StockForm::Roll,
            columns: 1,
            rows: 1,
            width,
            height,
            left: 0.0,
            top: 0.0,
            step_x: width,
            step_y: height,
        }
    }

    /// A stock of one's own on A4. Without `margins` (left, top) the labels stand in the middle.
    ///
    /// # Errors
    /// When the labels do not fit.
    pub fn grid(
        id: &str,
        columns: u32,
        rows: u32,
        (width, height): (f64, f64),
        (gap_x, gap_y): (f64, f64),
        margins: Option<(f64, f64)>,
    ) -> Result<Self, BadGrid> {
        if !(1..=20).contains(&columns) || !(1..=40).contains(&rows) {
            return Err(BadGrid::Count);
        }
        if !(width >= SMALLEST.0 && height >= SMALLEST.1) {
            return Err(BadGrid::Small);
        }
        if !(gap_x >= 0.0 && gap_y >= 0.0) {
            return Err(BadGrid::Overlap);
        }
        let (step_x, step_y) = (width + gap_x, height + gap_y);
        let all = (step_x * f64::from(columns) - gap_x, step_y * f64::from(rows) - gap_y);
        let (left, top) = margins.unwrap_or(((A4.0 - all.0) / 2.0, (A4.1 - all.1) / 2.0));
        // A tenth of a millimetre is the rounding of the sizes that are printed on the boxes.
        if !(left >= 0.0 && top >= 0.0 && left + all.0 <= A4.0 + 0.1 && top + all.1 <= A4.1 + 0.1) {
            return Err(BadGrid::Edge);
        }
        Ok(Self { id: id.to_owned(), form: StockForm::Sheet, columns, rows, width, height, left, top, step_x, step_y })
    }

    /// The design that fits on its labels.
    #[must_use]
    pub fn room(&self) -> Room {
        let has = |(width, height): (f64, f64)| self.width >= width && self.height >= height;
        if has(WIDE) {
            Room::Wide
        } else if has(USUAL) {
            Room::Usual
        } else {
            Room::Small
        }
    }

    /// Labels on one page.
    #[must_use]
    pub fn per_page(&self) -> u32 {
        self.columns * self.rows
    }

    /// Left and upper edge of the label at a position of its page, from 0, in millimetres.
    #[must_use]
    pub fn position(&self, index: u32) -> (f64, f64) {
        let (column, row) = (index % self.columns, index / self.columns);
        (self.left + f64::from(column) * self.step_x, self.top + f64::from(row) * self.step_y)
    }

    /// Size of a page.
    #[must_use]
    pub fn page(&self) -> (f64, f64) {
        match self.form {
            StockForm::Sheet => A4,
            StockForm::Roll => (self.width, self.height),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_stocks_lie_where_their_makers_say() {
        let stock = |id: &str| Stock::known().into_iter().find(|stock| stock.id == id).expect(id);
        // Margins as printed on the boxes of L7159, L7160 and L7163: 12.9, 15.15 and 15.15 mm at the top.
        let near = |(x, y): (f64, f64), (a, b): (f64, f64)| (x - a).abs() < 0.06 && (y - b).abs() < 0.06;
        assert!(near(stock("3x8").position(0), (7.25, 12.9)), "{:?}", stock("3x8").position(0));
        assert!(near(stock("3x7").position(0), (7.25, 15.15)));
        assert!(near(stock("2x7").position(0), (4.65, 15.15)));
        assert!(near(stock("3x8").position(23), (7.25 + 2.0 * 66.0, 12.9 + 7.0 * 33.9)));
        assert_eq!(stock("3x8").per_page(), 24);
        assert_eq!(stock("roll-58").page(), (58.0, 40.0));
    }

    #[test]
    fn the_design_of_a_label_follows_its_size() {
        let rooms: Vec<Room> = Stock::known().iter().map(Stock::room).collect();
        assert_eq!(rooms, [Room::Usual, Room::Usual, Room::Wide, Room::Usual, Room::Wide]);
        let own = Stock::grid("own", 4, 11, (48.5, 25.4), (0.0, 0.0), None).expect("fits on A4");
        assert_eq!(own.room(), Room::Small);
    }

    #[test]
    fn a_grid_that_does_not_fit_is_refused() {
        let grid =
            |columns, rows, size, gaps, margins| Stock::grid("own", columns, rows, size, gaps, margins).map(|_| ());
        assert_eq!(grid(4, 10, (48.5, 25.4), (0.0, 0.0), None), Ok(()));
        assert_eq!(grid(0, 10, (48.5, 25.4), (0.0, 0.0), None), Err(BadGrid::Count));
        assert_eq!(grid(4, 10, (20.0, 25.4), (0.0, 0.0), None), Err(BadGrid::Small));
        assert_eq!(grid(4, 10, (48.5, 25.4), (-1.0, 0.0), None), Err(BadGrid::Overlap));
        assert_eq!(grid(5, 10, (48.5, 25.4), (0.0, 0.0), None), Err(BadGrid::Edge));
        assert_eq!(grid(4, 10, (48.5, 25.4), (0.0, 0.0), Some((20.0, 20.0))), Err(BadGrid::Edge));
        assert_eq!(grid(4, 10, (f64::NAN, 25.4), (0.0, 0.0), None), Err(BadGrid::Small));
    }
}
