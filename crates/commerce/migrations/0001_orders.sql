-- What somebody bought. Hangs on the leaf that bought, and never moves.
create table orders (
  customer_id {blob} not null,
  id {blob} not null,
  -- As people say it on the telephone.
  number {text} not null,
  -- Names the try to buy: a second one with the same is the same order.
  key {text} not null,
  cart_id {blob},
  -- The door where it was bought, and who did it there.
  channel_id {blob} not null,
  actor {text} not null,
  actor_name text,
  state {text} not null,
  means {text} not null,
  payment {text} not null,
  currency {text} not null,
  total bigint not null,
  -- How it was priced, as JSON: lines, totals, why.
  quote text not null,
  -- The codes that took something off, as JSON.
  coupons text not null,
  -- Where it goes, as JSON.
  delivery text not null,
  contact text not null,
  placed_at bigint not null,
  changed_at bigint not null,
  version bigint not null,
  primary key (customer_id, id)
){clustered};
create unique index orders_key on orders (customer_id, key);

create table order_lines (
  customer_id {blob} not null,
  order_id {blob} not null,
  position bigint not null,
  variant_id {blob} not null,
  sku text not null,
  title text not null,
  quantity bigint not null,
  unit bigint not null,
  discount bigint not null,
  total bigint not null,
  tax_rate bigint not null,
  tax bigint not null,
  shipped bigint not null,
  cancelled bigint not null,
  primary key (customer_id, order_id, position)
){clustered};

-- Which order a number means. A table of its own, so that a number is found wherever its customer lies.
create table order_numbers (
  number {text} not null primary key,
  customer_id {blob} not null,
  order_id {blob} not null
){clustered};

-- What became of an order, in its order; never changed.
create table order_steps (
  customer_id {blob} not null,
  order_id {blob} not null,
  id {blob} not null,
  at bigint not null,
  channel_id {blob} not null,
  actor {text} not null,
  actor_name text,
  kind {text} not null,
  -- As JSON: which lines, which parcel, which payment.
  details text not null,
  primary key (customer_id, order_id, id)
){clustered};
