// People before real doors and staff at a real desk, in Chromium. `cargo x story omnichannel` prepares and runs this.
//
// ONEDOOR_BIN       the program under test
// ONEDOOR_PICTURES  the folder for a picture of each step
//
// The packages are those of tests/clients. Start reading at one-customer.test.mjs.

import './one-customer.test.mjs';
import './strangers.test.mjs';
