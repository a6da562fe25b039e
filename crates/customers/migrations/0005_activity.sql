-- What comes in by each door, for whoever looks whether it works. Written behind, with the index of the timeline.
create table channel_totals (
  channel_id {blob} not null primary key,
  events bigint not null,
  first_at bigint not null,
  last_at bigint not null
){clustered};

-- Counts of five minutes each, of the last day. The slot is the moment in which it began.
create table channel_slots (
  channel_id {blob} not null,
  slot bigint not null,
  events bigint not null,
  primary key (channel_id, slot)
){clustered};

-- The newest events of each door, by where they lie on the timeline.
create table channel_arrivals (
  channel_id {blob} not null,
  received_at bigint not null,
  event_id {blob} not null,
  customer_id {blob} not null,
  occurred_at bigint not null,
  primary key (channel_id, received_at, event_id)
){clustered};
