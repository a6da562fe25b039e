-- How goods get to whoever buys, and what it costs.
create table shipping_methods (
  id {blob} not null primary key,
  -- What orders and the shop's own servers call it: `courier`; one method has it.
  code {text} not null,
  title text not null,
  -- As JSON: {"pl":"Kurier"}.
  titles text not null,
  -- `address` or `collect`.
  kind {text} not null,
  -- As JSON: ["PL","RO"]; empty: everywhere.
  countries text not null,
  currency {text} not null,
  -- As JSON: [{"amountMin":0,"weightMaxG":5000,"cost":1299}].
  tiers text not null,
  free_from bigint,
  tax_class {text} not null,
  position bigint not null,
  is_active bigint not null,
  starts_at bigint,
  ends_at bigint,
  updated_at bigint not null
){clustered};
create unique index shipping_methods_code on shipping_methods (code);
