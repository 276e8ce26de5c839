//! The rules that lay labels out in a browser, made from the measures of their stock: one table serves page and PDF.

use crate::model::Stock;

/// Pages without margins, and a grid in millimetres.
#[must_use]
pub fn css(stock: &Stock) -> String {
    let Stock { id, columns, width, height, left, top, .. } = stock;
    let ((page_width, page_height), gap_x, gap_y) = (stock.page(), stock.step_x - width, stock.step_y - height);
    format!(
        "@page stock-{id} {{ size: {page_width}mm {page_height}mm; margin: 0; }}\n\
         [data-stock=\"{id}\"] {{ page: stock-{id}; --label-w: {width}mm; --label-h: {height}mm; \
         width: {page_width}mm; height: {page_height}mm; padding: {top:.2}mm 0 0 {left:.2}mm; \
         grid-template-columns: repeat({columns}, {width}mm); grid-auto-rows: {height}mm; gap: {gap_y:.2}mm {gap_x:.2}mm; }}\n"
    )
}
