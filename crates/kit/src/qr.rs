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

/// Dark modules that lie beside each other: column, row and how many.
pub type Run = (usize, usize, usize);

impl Qr {
    pub fn of(text: &str) -> Result<Qr> {
        let (size, runs) = Qr::runs(text)?;
        let path = runs.iter().map(|(x, y, dark)| format!("M{x} {y}h{dark}v1h-{dark}z")).collect();
        Ok(Qr { size, path })
    }

    /// The size of the square with the quiet zone, and what is dark: for what is not drawn as SVG.
    pub fn runs(text: &str) -> Result<(usize, Vec<Run>)> {
        let code =
            QrCode::with_error_correction_level(text, EcLevel::M).map_err(Error::internal)?;
        let width = code.width();
        let colors = code.to_colors();
        let mut runs = Vec::new();
        for (y, row) in colors.chunks(width).enumerate() {
            let mut x = 0;
            while x < width {
                let dark = row[x..].iter().take_while(|color| **color == Color::Dark).count();
                if dark > 0 {
                    runs.push((x + QUIET, y + QUIET, dark));
                }
                x += dark.max(1);
            }
        }
        Ok((width + 2 * QUIET, runs))
    }
}
