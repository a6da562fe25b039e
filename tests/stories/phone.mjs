// Who calls is on the desk before anybody answers, in Chromium. `cargo x story phone` prepares and runs this.
//
// ONEDOOR_BIN       the program under test
// ONEDOOR_PICTURES  the folder for a picture of each step

import './phone.test.mjs';
