-- How far a mailbox has been read. Its UIDs grow and are never used twice as long as its UIDVALIDITY stays the same.
create table mailboxes (
  channel_id {blob} not null primary key,
  uid_validity bigint not null,
  -- The highest UID that is recorded.
  uid_seen bigint not null,
  -- Older mail is not ours to bring in, also not when the mailbox is numbered anew.
  begun_at bigint not null
){clustered};
