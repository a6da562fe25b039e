// The demo: a newcomer plays the customer in one window and the shop in the other. `cargo x story demo` prepares and runs this.
//
// ONEDOOR_BIN       the program under test
// ONEDOOR_PICTURES  the folder for a picture of each step
// ONEDOOR_DOCS      the folder for the pictures of the README, where they are wanted

import './demo.test.mjs';
