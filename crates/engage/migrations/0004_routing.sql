-- What happens with conversations by itself, in this order.
create table routing_rules (
  id {blob} not null primary key,
  place bigint not null,
  name text not null,
  is_on bigint not null,
  -- JSON: when, under which conditions, what.
  rule text not null,
  changed_at bigint not null
){clustered};
