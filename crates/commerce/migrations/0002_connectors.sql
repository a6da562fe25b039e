-- Other shop systems that are linked to this one: each is a door.
create table shop_links (
  channel_id {blob} not null primary key,
  system {text} not null,
  -- Where it answers: https://shop.example
  url text not null,
  -- As JSON.
  settings text not null,
  -- Sealed.
  secrets {blob} not null,
  state {text} not null,
  -- Whoever takes in what it says holds this row.
  turn bigint not null,
  -- When to ask it again.
  next_at bigint not null,
  synced_at bigint,
  -- What went wrong last, in words; null when all is well.
  error text,
  failed_at bigint,
  made_at bigint not null,
  changed_at bigint not null
){clustered};

-- How far it was read: one row for each sort of thing.
create table shop_link_cursors (
  channel_id {blob} not null,
  feed {text} not null,
  -- As JSON.
  cursor text not null,
  taken bigint not null,
  -- When its end was reached first: all that it had was taken in.
  done_at bigint,
  primary key (channel_id, feed)
){clustered};

-- What of theirs is what of ours.
create table shop_link_records (
  channel_id {blob} not null,
  kind {text} not null,
  their_id {text} not null,
  our_id {blob} not null,
  -- As their people call it: an order's number.
  number {text} not null,
  -- Their own time of the newest state that was taken in.
  version_at bigint not null,
  -- As JSON: of an order, which line is which of ours.
  details text not null,
  -- What a person must look at; null when all is well.
  problem text,
  primary key (channel_id, kind, their_id)
){clustered};
create index shop_link_records_ours on shop_link_records (channel_id, kind, our_id);

-- What it brought by itself, by its own name for the delivery.
create table shop_link_deliveries (
  channel_id {blob} not null,
  id {text} not null,
  topic {text} not null,
  -- Emptied when it was taken in.
  body text not null,
  received_at bigint not null,
  taken_at bigint,
  primary key (channel_id, id)
){clustered};

-- What we told it of each variant.
create table shop_link_variants (
  channel_id {blob} not null,
  variant_id {blob} not null,
  their_id {text} not null,
  -- More that it takes to change it there, as JSON.
  address text not null,
  -- Ordered there and not yet sent, as far as we heard.
  open bigint not null,
  -- When its pieces were taken into our books; null: never.
  counted_at bigint,
  -- What it says there, as far as we know.
  stock bigint,
  price bigint,
  told_at bigint,
  primary key (channel_id, variant_id)
){clustered};
