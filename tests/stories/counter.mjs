// The till in Chromium, its line cut at each step of a sale. `cargo x story till` prepares and runs this.
//
// ONEDOOR_BIN       the program under test
// ONEDOOR_PICTURES  the folder for a picture of each step

import './counter.test.mjs';
