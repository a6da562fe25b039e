-- Letters that came back. One that its server complains of twice stands here once.
create table bounces (
  kind {text} not null,
  value {text} not null,
  -- The letter, as its sender calls it, and to whose leaf it went.
  sent_id {text} not null,
  customer_id {blob} not null,
  -- It will never arrive, and that is the address's fault.
  is_final bigint not null,
  reason text not null,
  at bigint not null,
  -- Something arrived there since, or its owner wrote from there.
  cleared_at bigint,
  primary key (kind, value, sent_id)
){clustered};
create index bounces_customer on bounces (customer_id);
