//! What the shop sells: some forty things, each with a price in both currencies.

#![expect(
    clippy::inconsistent_digit_grouping,
    reason = "prices are written 54_90: złote and grosze"
)]

/// One thing on the shelf. Prices are minor units (grosz, ban), value added tax included.
#[derive(Debug, PartialEq, Eq)]
pub struct Product {
    pub sku: &'static str,
    pub name: &'static str,
    pub category: &'static str,
    pub pln: i64,
    pub ron: i64,
}

pub const COFFEE: &str = "Coffee beans";
pub const BREWING: &str = "Brewing";
pub const GRINDERS: &str = "Grinders";
pub const CUPS: &str = "Cups";
pub const LINEN: &str = "Linen";
pub const CANDLES: &str = "Candles";
pub const VASES: &str = "Vases";
pub const HOME: &str = "Home";

pub const CATEGORIES: [&str; 8] = [COFFEE, BREWING, GRINDERS, CUPS, LINEN, CANDLES, VASES, HOME];

const fn product(
    sku: &'static str,
    name: &'static str,
    category: &'static str,
    pln: i64,
    ron: i64,
) -> Product {
    Product { sku, name, category, pln, ron }
}

pub const PRODUCTS: [Product; 42] = [
    product("VZ-COF-ETH-250", "Ethiopia Guji beans, 250 g", COFFEE, 54_90, 64_90),
    product("VZ-COF-KEN-250", "Kenya Nyeri beans, 250 g", COFFEE, 62_90, 74_90),
    product("VZ-COF-COL-250", "Colombia Huila beans, 250 g", COFFEE, 49_90, 59_90),
    product("VZ-COF-BRA-500", "Brazil Cerrado beans, 500 g", COFFEE, 69_90, 82_90),
    product("VZ-COF-GUA-250", "Guatemala Antigua beans, 250 g", COFFEE, 52_90, 62_90),
    product("VZ-COF-DEC-250", "Decaf Peru beans, 250 g", COFFEE, 57_90, 68_90),
    product("VZ-COF-HSE-1000", "Vatra house espresso beans, 1 kg", COFFEE, 119_00, 142_00),
    product("VZ-COF-TST-4X60", "Tasting box, 4 × 60 g", COFFEE, 59_00, 69_00),
    product("VZ-BRW-MOK-3", "Moka pot, 3 cups", BREWING, 129_00, 154_00),
    product("VZ-BRW-MOK-6", "Moka pot, 6 cups", BREWING, 169_00, 199_00),
    product("VZ-BRW-DRP-02", "Ceramic dripper, size 02", BREWING, 89_00, 105_00),
    product("VZ-BRW-FLT-100", "Paper filters, 100 pieces", BREWING, 24_90, 29_90),
    product("VZ-BRW-FRP-1L", "French press, 1 l", BREWING, 149_00, 179_00),
    product("VZ-BRW-KTL-09", "Gooseneck kettle, 0.9 l", BREWING, 239_00, 285_00),
    product("VZ-BRW-SCL", "Brewing scale with timer", BREWING, 159_00, 189_00),
    product("VZ-BRW-IBR-300", "Copper ibrik, 300 ml", BREWING, 139_00, 165_00),
    product("VZ-GRN-HND", "Hand grinder, steel burrs", GRINDERS, 289_00, 345_00),
    product("VZ-GRN-HND-T", "Travel hand grinder", GRINDERS, 219_00, 259_00),
    product("VZ-GRN-ELC", "Electric burr grinder", GRINDERS, 649_00, 775_00),
    product("VZ-CUP-ESP-4", "Espresso cups, set of 4", CUPS, 119_00, 142_00),
    product("VZ-CUP-CAP-2", "Cappuccino cups, set of 2", CUPS, 99_00, 118_00),
    product("VZ-CUP-BOL", "Bolesławiec mug, blue dots", CUPS, 79_00, 95_00),
    product("VZ-CUP-HOR", "Horezu mug, hand painted", CUPS, 84_00, 99_00),
    product("VZ-CUP-GLS-2", "Double-wall glasses, set of 2", CUPS, 89_00, 106_00),
    product("VZ-CUP-TRV", "Travel mug, 350 ml", CUPS, 109_00, 129_00),
    product("VZ-LIN-TBL-140", "Linen tablecloth, 140 × 220 cm", LINEN, 259_00, 309_00),
    product("VZ-LIN-NAP-4", "Linen napkins, set of 4", LINEN, 99_00, 119_00),
    product("VZ-LIN-TWL-2", "Linen kitchen towels, set of 2", LINEN, 69_00, 82_00),
    product("VZ-LIN-APR", "Linen apron", LINEN, 139_00, 165_00),
    product("VZ-LIN-CSH-45", "Cushion cover, 45 × 45 cm", LINEN, 79_00, 94_00),
    product("VZ-CND-BEE-2", "Beeswax candles, pair", CANDLES, 39_90, 47_90),
    product("VZ-CND-FIR", "Scented candle, Carpathian fir", CANDLES, 74_00, 88_00),
    product("VZ-CND-PLM", "Scented candle, plum and clove", CANDLES, 74_00, 88_00),
    product("VZ-CND-LAN", "Glass lantern, 25 cm", CANDLES, 119_00, 142_00),
    product("VZ-VAS-STN", "Stoneware vase, sand", VASES, 129_00, 154_00),
    product("VZ-VAS-GLS", "Blown-glass vase, green", VASES, 179_00, 213_00),
    product("VZ-VAS-BUD", "Bud vase, white", VASES, 49_00, 58_00),
    product("VZ-VAS-FLR", "Floor vase, 45 cm", VASES, 319_00, 379_00),
    product("VZ-HOM-TRY-OAK", "Oak serving tray", HOME, 149_00, 178_00),
    product("VZ-HOM-BLK-WOL", "Wool blanket, 150 × 200 cm", HOME, 349_00, 415_00),
    product("VZ-HOM-BRD", "Walnut cutting board", HOME, 159_00, 189_00),
    product("VZ-HOM-TIN", "Coffee tin, airtight, 500 g", HOME, 64_00, 76_00),
];
