-- What a promotion gave to which order. Goes when the order comes to nothing.
create table promotion_uses (
  customer_id {blob} not null,
  order_id {blob} not null,
  promotion_id {blob} not null,
  currency {text} not null,
  -- Off the goods and off the way, in minor units.
  amount bigint not null,
  used_at bigint not null,
  primary key (customer_id, order_id, promotion_id)
){clustered};
create index promotion_uses_promotion on promotion_uses (promotion_id, used_at);

-- How much a promotion may give in all, and what is gone of it. One without a row gives for ever.
create table promotion_budgets (
  promotion_id {blob} not null primary key,
  uses_max bigint,
  -- Minor units of the promotion's currency.
  amount_max bigint,
  uses bigint not null,
  amount bigint not null
){clustered};
-- What was used when.
create index coupon_uses_code on coupon_uses (code, used_at);
