-- Who takes money for the shop, by name; keys lie sealed.
create table payment_providers (
  name {text} not null primary key,
  settings {text} not null,
  secrets {blob} not null,
  changed_at bigint not null
){clustered};

-- What became of the money of an order, as its provider tells it: only added to. Told twice, it is one row.
create table payments (
  customer_id {blob} not null,
  order_id {blob} not null,
  kind {text} not null,
  -- The provider's own name for it: of the session, the payment, the refund.
  reference {text} not null,
  id {blob} not null,
  provider {text} not null,
  amount bigint not null,
  currency {text} not null,
  at bigint not null,
  primary key (customer_id, order_id, kind, reference)
){clustered};

-- To which order a provider's name for something belongs, wherever its customer lies.
create table payment_references (
  provider {text} not null,
  reference {text} not null,
  customer_id {blob} not null,
  order_id {blob} not null,
  primary key (provider, reference)
){clustered};
