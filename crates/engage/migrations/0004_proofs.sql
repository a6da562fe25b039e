-- Somebody proves that an address is theirs, by a code that was sent there.
create table proofs (
  id {blob} not null primary key,
  -- Who asks: the leaf of a visitor's device, or of the customer before the clerk.
  customer_id {blob} not null,
  channel_id {blob} not null,
  kind {text} not null,
  value {text} not null,
  sent_by {blob} not null,
  code_hash {blob} not null,
  -- Until it was sent; sealed with the server's key.
  code {blob},
  lang {text} not null,
  tries bigint not null,
  made_at bigint not null,
  expires_at bigint not null,
  proven_at bigint
){clustered};
create index proofs_customer on proofs (customer_id);
create index proofs_made on proofs (made_at);
