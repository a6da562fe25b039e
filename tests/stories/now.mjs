// What staff see is what is true now, in Chromium. `cargo x story now` prepares and runs this.
//
// ONEDOOR_BIN       the program under test
// ONEDOOR_PICTURES  the folder for a picture of each step
//
// Start reading at composer.test.mjs.

import './composer.test.mjs';
import './two-servers.test.mjs';
import './desk-pages.test.mjs';
