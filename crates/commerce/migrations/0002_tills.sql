-- A till: a telephone or tablet behind a counter, from its opening to its closing. Its quota is a reservation (till:til_…).
create table tills (
  id {blob} not null primary key,
  -- Made by the browser that opens it: sent again, it is the same till.
  key {text} not null,
  location_id {blob} not null,
  -- The door of the store.
  channel_id {blob} not null,
  name text not null,
  opened_at bigint not null,
  opened_by text not null,
  -- When it was last heard of.
  seen_at bigint not null,
  closed_at bigint,
  closed_by text
){clustered};
create unique index tills_key on tills (key);

-- Each sale of a till and its payment. The primary key is why a sale that is sent twice is one.
create table till_sales (
  till_id {blob} not null,
  key {text} not null,
  customer_id {blob} not null,
  order_id {blob} not null,
  -- By the till's clock; and when the server heard of it.
  sold_at bigint not null,
  recorded_at bigint not null,
  sold_by text not null,
  means {text} not null,
  currency {text} not null,
  total bigint not null,
  -- Cash that was given, and what was given back.
  given bigint not null,
  change bigint not null,
  -- What the card terminal calls it.
  reference text,
  primary key (till_id, key)
){clustered};
create index till_sales_order on till_sales (order_id);
