-- Doors. The write key is public; of the secret key only the SHA-256 is kept.
create table channels (
  id {blob} not null primary key,
  kind {text} not null,
  name text not null,
  track bigint not null,
  talk bigint not null,
  sell bigint not null,
  settings text not null,
  write_key {text} not null,
  secret_hash {blob} not null,
  created_at bigint not null,
  disabled_at bigint
){clustered};
create index channels_write_key on channels (write_key);
create index channels_secret on channels (secret_hash);

-- Leaves. A customer is the set of leaves with the same root; every row of history hangs on a leaf and never moves.
create table customers (
  id {blob} not null primary key,
  root_id {blob} not null,
  created_at bigint not null,
  last_seen_at bigint not null,
  last_channel_id {blob} not null,
  restricted_at bigint,
  objected_at bigint,
  erased_at bigint
){clustered};
create index customers_root on customers (root_id);
create index customers_seen on customers (last_seen_at, id);

-- Who holds an identity. At most one leaf holds a value; others who say it is theirs stand in claims.
create table identities (
  kind {text} not null,
  value {text} not null,
  customer_id {blob} not null,
  verified bigint not null,
  channel_id {blob} not null,
  first_seen_at bigint not null,
  verified_at bigint,
  shared_at bigint,
  primary key (kind, value)
){clustered};
create index identities_customer on identities (customer_id);

create table claims (
  customer_id {blob} not null,
  kind {text} not null,
  value {text} not null,
  channel_id {blob} not null,
  claimed_at bigint not null,
  primary key (customer_id, kind, value)
){clustered};
create index claims_value on claims (kind, value);

-- Why two leaves are one customer. An undone edge stays as history, and keeps its rule from joining them again.
create table edges (
  customer_id {blob} not null,
  other_id {blob} not null,
  id {blob} not null,
  rule {text} not null,
  kind {text},
  value {text},
  reason text not null,
  actor text not null,
  joined_at bigint not null,
  undone_at bigint,
  undone_by text,
  undone_reason text,
  primary key (customer_id, other_id, id)
){clustered};
create index edges_other on edges (other_id);

-- Two customers that a rule would have joined but may not: for staff to look at.
create table proposals (
  customer_id {blob} not null,
  other_id {blob} not null,
  kind {text} not null,
  value {text} not null,
  refusal text not null,
  proposed_at bigint not null,
  dismissed_at bigint,
  primary key (customer_id, other_id, kind, value)
){clustered};
create index proposals_other on proposals (other_id);

-- What each door said of a leaf: {"firstName": {"value": "Anna", "at": "…", "verified": true}}
create table traits (
  customer_id {blob} not null,
  channel_id {blob} not null,
  doc text not null,
  updated_at bigint not null,
  primary key (customer_id, channel_id)
){clustered};

create table search_terms (
  term {text} not null,
  customer_id {blob} not null,
  primary key (term, customer_id)
){clustered};
create index search_terms_customer on search_terms (customer_id);

-- Permissions given and taken, never changed.
create table consents (
  customer_id {blob} not null,
  id {blob} not null,
  at bigint not null,
  purpose {text} not null,
  channel {text} not null,
  identity_kind {text} not null,
  identity_value {text} not null,
  state {text} not null,
  basis text not null,
  wording text,
  source_channel_id {blob} not null,
  actor text not null,
  evidence text not null,
  primary key (customer_id, id)
){clustered};

create table groups (
  id {text} not null primary key,
  name text,
  traits text not null,
  updated_at bigint not null
){clustered};

create table memberships (
  customer_id {blob} not null,
  group_id {text} not null,
  channel_id {blob} not null,
  joined_at bigint not null,
  primary key (customer_id, group_id)
){clustered};
create index memberships_group on memberships (group_id);

-- Orders, refunds, carts and returns, by their own numbers: what facts and open matters are read from.
create table dealings (
  customer_id {blob} not null,
  kind {text} not null,
  ref {text} not null,
  at bigint not null,
  minor bigint,
  currency text,
  primary key (customer_id, kind, ref)
){clustered};

-- sqlite only
-- The log, in the order of arrival; its index by customer and time is written behind, in sorted runs.
create table events (
  seq integer primary key,
  customer_id blob not null,
  occurred_at integer not null,
  id blob not null,
  channel_id blob not null,
  type integer not null,
  name text not null,
  received_at integer not null,
  device text,
  amount integer,
  currency text,
  properties text not null,
  context text
);

-- sqlite only
create table timeline (
  customer_id blob not null,
  occurred_at integer not null,
  id blob not null,
  seq integer not null,
  primary key (customer_id, occurred_at, id)
) without rowid;

-- postgres only
create table events (
  customer_id bytea not null,
  occurred_at bigint not null,
  id bytea not null,
  channel_id bytea not null,
  type bigint not null,
  name text not null,
  received_at bigint not null,
  device text,
  amount bigint,
  currency text,
  properties text not null,
  context text,
  -- Not with the time in it: a try whose clock was corrected differently is the same event.
  primary key (customer_id, id)
);

-- postgres only
create index events_timeline on events (customer_id, occurred_at);

-- Events that could not be taken, the newest of each door, so that its developer can see why.
create table rejections (
  channel_id {blob} not null,
  id {blob} not null,
  code text not null,
  detail text not null,
  body text not null,
  primary key (channel_id, id)
){clustered};

-- Salted hashes of erased identities: a re-import must not bring them back.
create table tombstones (
  hash {blob} not null primary key,
  erased_at bigint not null
){clustered};

create table counters (
  name {text} not null primary key,
  value bigint not null
){clustered};

create table settings (
  name {text} not null primary key,
  value text not null
){clustered};
