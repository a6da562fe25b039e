// One conversation through every door, with the servers that carry them. `cargo x story conversation` prepares and runs this.
//
// ONEDOOR_BIN             the program under test
// ONEDOOR_PICTURES        the folder for a picture of each step
// ONEDOOR_TEST_SMTP       host:port of a server that takes letters
// ONEDOOR_TEST_IMAP       host:port of the server that has the mailboxes
// ONEDOOR_TEST_MAILBOXES  where these lie

import './one-conversation.test.mjs';
