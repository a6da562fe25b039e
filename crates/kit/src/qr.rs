//! A QR code as one path of an SVG: a page can draw it without HTML from anywhere, whatever its policy says.

use crate::{Error, Result};
use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;

/// Around the code, as ISO/IEC 18004 asks.
const QUIET: usize = 4;

#[derive(Clone, Debug, Serialize)]
pub struct Qr {
    /// Of the square, in modules, with the quiet zone: the `viewBox`.
    pub size: usize,
    /// What is dark.
    pub path: String,
}

impl Qr {
    pub fn of(text: &str) -> Result<Qr> {
        let code =
            QrCode::with_error_correction_level(text, EcLevel::M).map_err(Error::internal)?;
        let width = code.width();
        let colors = code.to_colors();
        let mut path = String::new();
        for (y, row) in colors.chunks(width).enumerate() {
            let mut x = 0;
            while x < width {
                let dark = row[x..].iter().take_while(|color| **color == Color::Dark).count();
                if dark > 0 {
                    path.push_str(&format!("M{} {}h{dark}v1h-{dark}z", x + QUIET, y + QUIET));
                }
                x += dark.max(1);
            }
        }
        Ok(Qr { size: width + 2 * QUIET, path })
    }
}
