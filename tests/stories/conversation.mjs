// One conversation through every door, with the servers that carry them. `cargo x story conversation` prepares and runs this.
//
// ONEDOOR_BIN             the program under test
// ONEDOOR_PICTURES        the folder for a picture of each step
// ONEDOOR_TEST_SMTP       host:port of a server that takes letters
// ONEDOOR_TEST_SMTPS      the same by TLS, for those who sign in
// ONEDOOR_TEST_IMAPS      host:port of the server that has the mailboxes, by TLS
// ONEDOOR_TEST_AUTHORITY  the certificate of the authority that both servers' are of
// ONEDOOR_TEST_MAILBOXES  where these lie
// ONEDOOR_ASTERISK        where Asterisk and sipp lie
// ONEDOOR_PHONE_TESTS     the files of a small telephone system

import './one-conversation.test.mjs';
import './a-day-later.test.mjs';
