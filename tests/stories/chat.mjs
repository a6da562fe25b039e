// The chat in the shop's pages, in Chromium. `cargo x story chat` prepares and runs this.
//
// ONEDOOR_BIN       the program under test
// ONEDOOR_PICTURES  the folder for a picture of each step

import './chat.test.mjs';
