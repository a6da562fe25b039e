-- Points that came and went. Never changed. Hangs on the leaf that earned or spent them.
create table loyalty_postings (
  customer_id {blob} not null,
  id {blob} not null,
  -- The same posting told twice has the same.
  key {text} not null,
  kind {text} not null,
  points bigint not null,
  at bigint not null,
  -- Of points that came: when what is left of them is lost.
  expires_at bigint,
  order_id {blob},
  -- What for, in the words of who did it.
  reference text not null,
  -- How the points of an order are counted, as JSON: it holds for the order, whatever the programme says later.
  counted text,
  channel_id {blob} not null,
  actor {text} not null,
  actor_name text,
  primary key (customer_id, id)
){clustered};
create unique index loyalty_postings_key on loyalty_postings (customer_id, key);
create index loyalty_postings_order on loyalty_postings (customer_id, order_id);

-- The programme, as JSON; one row.
create table loyalty_program (
  id bigint not null primary key,
  body text not null,
  changed_at bigint not null
){clustered};
