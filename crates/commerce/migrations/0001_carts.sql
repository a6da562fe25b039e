-- What somebody means to buy. Each row hangs on a leaf; a customer's cart is that of all their leaves together.
create table carts (
  customer_id {blob} not null,
  id {blob} not null,
  opened_at bigint not null,
  changed_at bigint not null,
  closed_at bigint,
  -- What became of it.
  order_id {blob},
  primary key (customer_id, id)
){clustered};
-- Any of a customer's cart ids leads to their cart.
create index carts_id on carts (id);

-- All that was ever done to a leaf's part of a line. Rows are only added; those of one change have its id.
create table cart_changes (
  customer_id {blob} not null,
  id {blob} not null,
  -- item, saved, coupon, note; `nothing` for a change that found all as it wanted it.
  kind {text} not null,
  -- The variant's id, the coupon's code, the note's words.
  item {text} not null,
  delta bigint not null,
  -- Whoever sends a change again sends it with the same key.
  key {text} not null,
  at bigint not null,
  -- By which door; none where an order closed the cart.
  channel_id {blob},
  actor {text} not null,
  actor_name text,
  primary key (customer_id, id, kind, item)
){clustered};
create index cart_changes_key on cart_changes (customer_id, key);
-- For those who wait for news.
create index cart_changes_id on cart_changes (id);

-- The sum of the changes: each leaf's part of each line that is there.
create table cart_lines (
  customer_id {blob} not null,
  kind {text} not null,
  item {text} not null,
  quantity bigint not null check (quantity > 0),
  added_at bigint not null,
  -- Who changed it last.
  changed_at bigint not null,
  change_id {blob} not null,
  channel_id {blob},
  actor {text} not null,
  actor_name text,
  primary key (customer_id, kind, item)
){clustered};

-- A cart on its way to another door. Of the code only a signature is kept.
create table cart_codes (
  code_hash {blob} not null primary key,
  customer_id {blob} not null,
  -- Whoever brings it sees the whole customer's cart, not only this leaf's.
  is_whole bigint not null,
  made_at bigint not null,
  expires_at bigint not null,
  used_leaf {blob}
){clustered};
create index cart_codes_customer on cart_codes (customer_id, made_at);
