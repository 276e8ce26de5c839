//! A picture of a record, as its file was found.

use super::Text;
use crate::diag::FileId;

#[derive(Clone, Debug)]
pub struct Photo {
    pub file: FileId,
    /// In pixels, after turning it the way the camera says.
    pub width: u32,
    pub height: u32,
    pub format: PhotoFormat,
    /// Names the content, so that an address never shows another picture later.
    pub hash: [u8; 8],
    /// What the picture shows, for those who do not see it.
    pub alt: Text,
    pub credit: Option<Text>,
    /// A drawing that stands in for a photo; pages say so.
    pub illustration: bool,
    /// The part of the picture that must stay visible when it is cropped, 0 to 1 from the left and the top.
    pub focus: Option<(f32, f32)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhotoFormat {
    Jpeg,
    Png,
    WebP,
}
