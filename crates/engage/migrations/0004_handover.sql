-- A conversation on its way to another door. Of the code we keep what only the server's key makes of it.
create table hand_overs (
  code_hash {blob} not null primary key,
  id {blob} not null,
  customer_id {blob} not null,
  conversation_id {blob} not null,
  -- The door where it was made, and by whom.
  channel_id {blob} not null,
  made_by {text} not null,
  -- Where it was sent, as kind:value, and whether that was known to be the customer's.
  address text,
  is_address_proven bigint not null,
  lang {text} not null,
  -- A page of the shop with the widget, where the talk can go on.
  page text,
  made_at bigint not null,
  expires_at bigint not null,
  -- Who came with it first, and by which door.
  used_at bigint,
  used_channel_id {blob},
  used_leaf {blob}
){clustered};
create index hand_overs_customer on hand_overs (customer_id);
create index hand_overs_expires on hand_overs (expires_at);

-- How often somebody tried something in a stretch of time.
create table tries (
  key {text} not null,
  since bigint not null,
  times bigint not null,
  primary key (key, since)
){clustered};
create index tries_since on tries (since);
