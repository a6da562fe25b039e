// Real tracking SDKs and a real browser, unmodified, against onedoor. `cargo x clients` prepares
// and runs this.
//
// ONEDOOR_BIN     the program under test
// ONEDOOR_PYTHON  a Python with requirements.txt installed
//
// Start reading at story.mjs: what each client is asked to send, and what must then be on the
// customer's timeline.

import './servers.test.mjs';
import './browser.test.mjs';
