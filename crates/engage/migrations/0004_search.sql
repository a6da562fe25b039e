-- The words of messages. SQLite keeps an index without the texts (they stand in `messages`), which knows a row by a
-- number; ours sort as the messages do. `secure-delete` takes the words of an erased person out of it at once.
-- sqlite only
create virtual table message_words using fts5(
  words, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0'
);
-- sqlite only
insert into message_words (message_words, rank) values ('secure-delete', 1);
-- sqlite only
create table searched (
  number integer primary key,
  message_id {blob} not null,
  customer_id {blob} not null,
  conversation_id {blob} not null,
  channel_id {blob} not null,
  author_id {blob},
  at bigint not null
);
-- postgres only
create table searched (
  customer_id {blob} not null,
  message_id {blob} not null,
  conversation_id {blob} not null,
  channel_id {blob} not null,
  author_id {blob},
  at bigint not null,
  words tsvector not null,
  primary key (customer_id, message_id)
);
create index searched_message on searched (message_id);
-- sqlite only
create index searched_customer on searched (customer_id);
-- postgres only
create index searched_words on searched using gin (words);
