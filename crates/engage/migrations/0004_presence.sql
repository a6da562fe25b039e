-- Who of the staff looks at a conversation now. A row that nobody renews is of somebody who is gone.
create table viewers (
  conversation_id {blob} not null,
  -- One window of a browser.
  view_id {blob} not null,
  account_id {blob},
  name text not null,
  seen_at bigint not null,
  typed_at bigint,
  primary key (conversation_id, view_id)
){clustered};
create index viewers_seen on viewers (seen_at);
