//! The pictures of the demo's goods: drawn, of few shapes in many colours.

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use kit::{Error, Result};

#[cfg(test)]
use super::catalogue::PRODUCTS;

macro_rules! shape {
    ($name:literal) => {
        include_str!(concat!("../../../../web/shop/art/", $name, ".svg"))
    };
}

/// The ground, then what is painted with `a`, `b` and `c`.
type Colours = [&'static str; 4];

const EARTH: Colours = ["#f1e4d3", "#9c5b33", "#4a2c1a", "#f8ecd9"];
const CLAY: Colours = ["#f3dfd3", "#c4663f", "#6e3320", "#fbeee2"];
const FOREST: Colours = ["#e1e8dc", "#5f7f5a", "#2f4632", "#eef4e6"];
const SAND: Colours = ["#efe7d8", "#c9ad7f", "#7a6242", "#fbf5e8"];
const BLUE: Colours = ["#e0e8ef", "#3f6c97", "#1f3a57", "#f2f7fb"];
const STEEL: Colours = ["#e6e7e6", "#8c9699", "#434b4e", "#f6f8f8"];
const PLUM: Colours = ["#eddfe6", "#7b3f5f", "#431f33", "#f8ebf1"];
const HONEY: Colours = ["#f7e9c8", "#e0a43a", "#8a5a16", "#fff5da"];
const COPPER: Colours = ["#f4e1d2", "#c9743f", "#7a3d1c", "#fae3cf"];
const OAK: Colours = ["#efe3d0", "#b98a52", "#6f4a24", "#f7ead2"];

fn drawn(sku: &str) -> Option<(&'static str, Colours)> {
    let shape = match sku.strip_prefix("VZ-")? {
        "COF-ETH-250" => (shape!("bag"), CLAY),
        "COF-KEN-250" => (shape!("bag"), PLUM),
        "COF-COL-250" => (shape!("bag"), FOREST),
        "COF-BRA-500" => (shape!("bag"), EARTH),
        "COF-GUA-250" => (shape!("bag"), BLUE),
        "COF-DEC-250" => (shape!("bag"), SAND),
        "COF-HSE-1000" => (shape!("bag"), STEEL),
        "COF-TST-4X60" => (shape!("box"), OAK),
        "BRW-MOK-3" | "BRW-MOK-6" => (shape!("moka"), STEEL),
        "BRW-DRP-02" => (shape!("dripper"), EARTH),
        "BRW-FLT-100" => (shape!("filters"), SAND),
        "BRW-FRP-1L" => (shape!("press"), STEEL),
        "BRW-KTL-09" => (shape!("kettle"), STEEL),
        "BRW-SCL" => (shape!("scale"), BLUE),
        "BRW-IBR-300" => (shape!("ibrik"), COPPER),
        "GRN-HND" => (shape!("grinder"), OAK),
        "GRN-HND-T" => (shape!("grinder"), FOREST),
        "GRN-ELC" => (shape!("mill"), STEEL),
        "CUP-ESP-4" => (shape!("cups"), CLAY),
        "CUP-CAP-2" => (shape!("cups"), BLUE),
        "CUP-BOL" => (shape!("mug"), BLUE),
        "CUP-HOR" => (shape!("painted"), HONEY),
        "CUP-GLS-2" => (shape!("glasses"), EARTH),
        "CUP-TRV" => (shape!("travel"), FOREST),
        "LIN-TBL-140" => (shape!("cloth"), SAND),
        "LIN-NAP-4" => (shape!("cloth"), BLUE),
        "LIN-TWL-2" => (shape!("cloth"), FOREST),
        "LIN-APR" => (shape!("apron"), SAND),
        "LIN-CSH-45" => (shape!("cushion"), SAND),
        "CND-BEE-2" => (shape!("tapers"), HONEY),
        "CND-FIR" => (shape!("candle"), FOREST),
        "CND-PLM" => (shape!("candle"), PLUM),
        "CND-LAN" => (shape!("lantern"), STEEL),
        "VAS-STN" => (shape!("vase"), SAND),
        "VAS-GLS" => (shape!("vase"), FOREST),
        "VAS-BUD" => (shape!("bud"), CLAY),
        "VAS-FLR" => (shape!("vase"), EARTH),
        "HOM-TRY-OAK" => (shape!("tray"), OAK),
        "HOM-BLK-WOL" => (shape!("blanket"), PLUM),
        "HOM-BRD" => (shape!("board"), COPPER),
        "HOM-TIN" => (shape!("tin"), CLAY),
        _ => return None,
    };
    Some(shape)
}

fn svg(shape: &str, [ground, a, b, c]: Colours) -> String {
    let shape = shape.trim_end().replace("{a}", a).replace("{b}", b).replace("{c}", c);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 200\">\
         <rect width=\"200\" height=\"200\" fill=\"{ground}\"/>\
         <ellipse cx=\"100\" cy=\"172\" rx=\"64\" ry=\"7\" fill=\"{b}\" opacity=\".18\"/>{shape}</svg>"
    )
}

pub async fn show_picture(Path(name): Path<String>) -> Result<Response> {
    let found = name.strip_suffix(".svg").and_then(drawn);
    let (shape, colours) = found.ok_or_else(|| Error::not_found("picture of this name"))?;
    let headers = [(CONTENT_TYPE, "image/svg+xml"), (CACHE_CONTROL, "public, max-age=86400")];
    Ok((headers, svg(shape, colours)).into_response())
}

/// Whether each of the goods has one.
#[cfg(test)]
pub fn is_complete() -> bool {
    PRODUCTS.iter().all(|product| drawn(product.sku).is_some())
}
