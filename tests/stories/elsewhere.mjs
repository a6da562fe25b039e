// A talk that goes on elsewhere, in Chromium. `cargo x story elsewhere` prepares and runs this.
//
// ONEDOOR_BIN       the program under test
// ONEDOOR_PICTURES  the folder for a picture of each step

import './elsewhere.test.mjs';
