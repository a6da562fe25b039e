-- Where goods lie: warehouses and stores.
create table stock_locations (
  id {blob} not null primary key,
  -- What the shop's other systems call it: KRK1.
  code {text} not null,
  name text not null,
  kind {text} not null,
  -- ISO 3166: PL.
  country {text} not null,
  city text not null,
  street text not null,
  -- The door of a store.
  channel_id {blob},
  -- What lies here is promised to who orders elsewhere; or it is sold at the counter only.
  sells_online bigint not null,
  ships bigint not null,
  collects bigint not null,
  -- Who gives first where all else is equal.
  position bigint not null,
  made_at bigint not null,
  closed_at bigint
){clustered};
create unique index stock_locations_code on stock_locations (code);

-- What lies where. The sum of the movements, and of the reservations.
create table stock_levels (
  variant_id {blob} not null,
  location_id {blob} not null,
  on_hand bigint not null,
  reserved bigint not null,
  -- So many are promised to nobody who does not stand before them.
  safety bigint not null,
  -- The moment of the newest count that holds.
  counted_at bigint,
  primary key (variant_id, location_id)
){clustered};
create index stock_levels_location on stock_levels (location_id, variant_id);

-- What came and went. Never changed.
create table stock_movements (
  variant_id {blob} not null,
  id {blob} not null,
  location_id {blob} not null,
  kind {text} not null,
  quantity bigint not null,
  -- What for: an order, a delivery, a count.
  reference {text} not null,
  actor text not null,
  -- The same movement told twice has the same.
  key {text} not null,
  at bigint not null,
  recorded_at bigint not null,
  primary key (variant_id, id)
){clustered};
create unique index stock_movements_key on stock_movements (variant_id, location_id, key);
create index stock_movements_location on stock_movements (variant_id, location_id, at);

-- What is promised to whom. A row goes when its goods have gone out or are free again.
create table reservations (
  variant_id {blob} not null,
  id {blob} not null,
  location_id {blob} not null,
  -- What was asked for: the variant itself, or the bundle of which it is a part.
  asked_id {blob} not null,
  -- cart:…, order:…, till:…
  holder {text} not null,
  quantity bigint not null,
  -- Null: until it is shipped or released.
  expires_at bigint,
  made_at bigint not null,
  primary key (variant_id, id)
){clustered};
create index reservations_id on reservations (id);
create index reservations_holder on reservations (holder);
create index reservations_due on reservations (expires_at) where expires_at is not null;

-- A variant that is made of others: so many of each.
create table bundle_parts (
  bundle_id {blob} not null,
  variant_id {blob} not null,
  quantity bigint not null,
  primary key (bundle_id, variant_id)
){clustered};
create index bundle_parts_variant on bundle_parts (variant_id);

-- What is on its way: from a supplier, or from another place of ours.
create table stock_coming (
  variant_id {blob} not null,
  id {blob} not null,
  location_id {blob} not null,
  -- Null: from outside.
  from_id {blob},
  quantity bigint not null,
  arrived bigint not null,
  expected_at bigint,
  reference {text} not null,
  made_at bigint not null,
  closed_at bigint,
  primary key (variant_id, id)
){clustered};
create index stock_coming_id on stock_coming (id);
create index stock_coming_location on stock_coming (location_id, closed_at);

-- Who wants to hear when something is back, or runs low.
create table wishes (
  customer_id {blob} not null,
  variant_id {blob} not null,
  kind {text} not null,
  -- The door at which they said so.
  channel_id {blob} not null,
  made_at bigint not null,
  primary key (customer_id, variant_id, kind)
){clustered};
create index wishes_variant on wishes (variant_id, kind, customer_id);

-- Files of stock that were taken in, by the SHA-256 of their bytes and of how they were read.
create table stock_files (
  hash {blob} not null primary key,
  name text not null,
  rows_taken bigint not null,
  rows_refused bigint not null,
  taken_at bigint not null
){clustered};
