-- Who of the staff was called into a conversation: the newest call, and whether they have looked since.
create table mentions (
  account_id {blob} not null,
  conversation_id {blob} not null,
  customer_id {blob} not null,
  message_id {blob} not null,
  at bigint not null,
  -- 0 until they have looked.
  seen_at bigint not null,
  primary key (account_id, conversation_id)
){clustered};
create index mentions_newest on mentions (account_id, at, conversation_id);
create index mentions_unseen on mentions (account_id, seen_at);
create index mentions_customer on mentions (customer_id);
