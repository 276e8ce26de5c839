//! A sheet of pixels on which shapes are painted with soft edges.

use ab_glyph_rasterizer::{Point, Rasterizer, point};
use image::{Rgb, RgbImage};

/// Red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Paint(pub [u8; 3]);

pub(super) struct Canvas {
    pixels: RgbImage,
}

impl Canvas {
    pub(super) fn new(width: u32, height: u32, ground: Paint) -> Self {
        Self { pixels: RgbImage::from_pixel(width, height, Rgb(ground.0)) }
    }

    pub(super) fn into_picture(self) -> RgbImage {
        self.pixels
    }

    pub(super) fn paste(&mut self, picture: &RgbImage, left: u32, top: u32) {
        for (x, y, pixel) in picture.enumerate_pixels() {
            if left + x < self.pixels.width() && top + y < self.pixels.height() {
                self.pixels.put_pixel(left + x, top + y, *pixel);
            }
        }
    }

    /// Fills a shape given by its corners, in pixels.
    pub(super) fn polygon(&mut self, corners: &[(f32, f32)], paint: Paint) {
        let bound = |pick: fn(&(f32, f32)) -> f32| {
            let values = corners.iter().map(pick);
            (values.clone().fold(f32::INFINITY, f32::min).floor(), values.fold(f32::NEG_INFINITY, f32::max).ceil())
        };
        let ((left, right), (top, bottom)) = (bound(|corner| corner.0), bound(|corner| corner.1));
        let mut raster = Rasterizer::new((right - left) as usize + 1, (bottom - top) as usize + 1);
        let at = |(x, y): (f32, f32)| -> Point { point(x - left, y - top) };
        for (from, to) in corners.iter().zip(corners.iter().cycle().skip(1)) {
            raster.draw_line(at(*from), at(*to));
        }
        raster.for_each_pixel_2d(|x, y, cover| {
            self.blend(left as i64 + i64::from(x), top as i64 + i64::from(y), cover, paint);
        });
    }

    /// Paints one pixel, covered from 0 to 1; pixels outside are none.
    pub(super) fn blend(&mut self, x: i64, y: i64, cover: f32, paint: Paint) {
        let inside = u32::try_from(x).ok().zip(u32::try_from(y).ok());
        let Some(pixel) = inside.and_then(|(x, y)| self.pixels.get_pixel_mut_checked(x, y)) else { return };
        let cover = (cover.clamp(0.0, 1.0) * 255.0 + 0.5) as u32;
        for (part, paint) in pixel.0.iter_mut().zip(paint.0) {
            let mixed = (u32::from(*part) * (255 - cover) + u32::from(paint) * cover + 127) / 255;
            *part = u8::try_from(mixed).expect("a mixture of bytes is a byte");
        }
    }
}
