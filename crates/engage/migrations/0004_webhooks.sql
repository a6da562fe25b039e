-- Servers of the shop that want to hear of what happens.
create table webhook_endpoints (
  id {blob} not null primary key,
  url {text} not null,
  -- Their words with a blank between; empty is all.
  events text not null,
  -- JSON, sealed with the server's key: the secret, and the one before it as long as that is good too.
  secrets {blob} not null,
  created_at bigint not null,
  -- Since when nothing has arrived there.
  failing_since bigint,
  disabled_at bigint,
  disabled_why text
){clustered};

create table webhook_deliveries (
  endpoint_id {blob} not null,
  id {blob} not null,
  -- Of whom it tells: goes when they are erased.
  customer_id {blob},
  event {text} not null,
  body text not null,
  made_at bigint not null,
  state {text} not null,
  tries bigint not null,
  tried_at bigint,
  status bigint,
  error text,
  primary key (endpoint_id, id)
){clustered};
create index webhook_deliveries_customer on webhook_deliveries (customer_id);
create index webhook_deliveries_made on webhook_deliveries (made_at);
