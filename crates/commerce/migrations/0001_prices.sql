-- Who pays which prices, and when.
create table price_lists (
  id {blob} not null primary key,
  -- What the shop's own servers call it: `retail`, `trade-2026`; one list has it.
  code {text} not null,
  name text not null,
  currency {text} not null,
  -- For whom; null: for everybody.
  customer_group {text},
  priority bigint not null,
  starts_at bigint,
  ends_at bigint,
  -- Its prices are announced as reductions.
  is_sale bigint not null,
  updated_at bigint not null
){clustered};
create unique index price_lists_code on price_lists (code);

-- What one piece costs, with value added tax, when so many are bought.
create table prices (
  variant_id {blob} not null,
  list_id {blob} not null,
  quantity_min bigint not null,
  amount bigint not null,
  updated_at bigint not null,
  primary key (variant_id, list_id, quantity_min)
){clustered};
create index prices_list on prices (list_id, variant_id);

-- What one piece has cost and, as far as the lists say, will cost: for the 30-day low of an announced reduction.
create table price_intervals (
  variant_id {blob} not null,
  currency {text} not null,
  -- '': everybody.
  customer_group {text} not null,
  starts_at bigint not null,
  -- Null: until somebody changes it.
  ends_at bigint,
  amount bigint not null,
  is_sale bigint not null,
  -- The list whose price it was.
  list_id {blob} not null,
  -- What whoever wrote it said of it.
  why text not null,
  primary key (variant_id, currency, customer_group, starts_at)
){clustered};

-- A door where something costs other than elsewhere: declared, with a reason and an end.
create table price_exceptions (
  id {blob} not null primary key,
  channel_id {blob} not null,
  -- Null: everything at this door.
  variant_id {blob},
  currency {text},
  amount bigint,
  -- Of the price: 500 is 5 % more, -500 is 5 % less. This or an amount.
  basis_points bigint,
  reason text not null,
  starts_at bigint not null,
  ends_at bigint not null,
  declared_by text not null,
  declared_at bigint not null
){clustered};
create index price_exceptions_channel on price_exceptions (channel_id, ends_at);
