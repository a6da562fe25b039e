-- What comes back of an order, and why. Hangs on the leaf that bought, as the order does.
create table returns (
  customer_id {blob} not null,
  id {blob} not null,
  order_id {blob} not null,
  -- As people say it on the telephone.
  number {text} not null,
  order_number {text} not null,
  -- Names the try to ask: a second one with the same is the same return.
  key {text} not null,
  kind {text} not null,
  state {text} not null,
  -- The door where it was asked for, and who did it there.
  channel_id {blob} not null,
  actor {text} not null,
  actor_name text,
  -- In the customer's words.
  reason text not null,
  -- Why it is taken although the policy says no, by whoever of the staff allowed it.
  goodwill text,
  currency {text} not null,
  -- Of the money that went back: for the way to the customer, and what was kept for lost value.
  delivery bigint not null,
  deduction bigint not null,
  -- All that went back.
  refund bigint not null,
  asked_at bigint not null,
  changed_at bigint not null,
  version bigint not null,
  primary key (customer_id, id)
){clustered};
create unique index returns_key on returns (customer_id, key);
create index returns_order on returns (customer_id, order_id);
create index returns_asked on returns (asked_at, id);
create index returns_state on returns (state, asked_at, id);

create table return_lines (
  customer_id {blob} not null,
  return_id {blob} not null,
  -- The order's line.
  position bigint not null,
  -- What comes back: that of the line, or what it was exchanged for.
  variant_id {blob} not null,
  -- What is wanted instead.
  wanted_id {blob},
  sku {text} not null,
  title text not null,
  quantity bigint not null,
  -- What came of it: put back on the shelf, written off, left with the customer.
  restocked bigint not null,
  written_off bigint not null,
  kept bigint not null,
  refund bigint not null,
  primary key (customer_id, return_id, position)
){clustered};

-- Which return a number means.
create table return_numbers (
  number {text} not null primary key,
  customer_id {blob} not null,
  return_id {blob} not null
){clustered};

-- What became of a return, in its order; never changed.
create table return_steps (
  customer_id {blob} not null,
  return_id {blob} not null,
  id {blob} not null,
  at bigint not null,
  channel_id {blob} not null,
  actor {text} not null,
  actor_name text,
  kind {text} not null,
  -- As JSON: where it lies, why it was refused, how the money went back.
  details text not null,
  primary key (customer_id, return_id, id)
){clustered};

-- What the shop promises in a country beyond the law, as JSON.
create table return_policies (
  country {text} not null primary key,
  body text not null,
  changed_at bigint not null
){clustered};

-- What does not come back without a fault.
create table return_exclusions (
  id {blob} not null primary key,
  -- One of both.
  product_id {blob},
  category_id {blob},
  why {text} not null,
  made_at bigint not null
){clustered};

-- Somebody declared that they withdraw from a contract (Directive 2011/83, art. 11a): the words as they came. Where the
-- order was found and the address is the order's own, it says whose it is.
create table withdrawals (
  id {blob} not null primary key,
  key {text} not null,
  at bigint not null,
  name text not null,
  order_number {text} not null,
  email text not null,
  goods text not null,
  customer_id {blob},
  order_id {blob},
  return_number {text},
  -- Staff have dealt with what fits no order.
  settled_at bigint
){clustered};
create unique index withdrawals_key on withdrawals (key);
create index withdrawals_customer on withdrawals (customer_id, id);
create index withdrawals_open on withdrawals (at, id) where settled_at is null;
