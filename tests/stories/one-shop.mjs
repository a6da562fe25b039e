// One shop: from the telephone to another store's counter, in Chromium. `cargo x story shop` prepares and runs this.
//
// ONEDOOR_BIN       the program under test
// ONEDOOR_PICTURES  the folder for a picture of each step

import './one-shop.test.mjs';
