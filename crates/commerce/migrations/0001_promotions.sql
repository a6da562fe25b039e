-- What is taken off a basket, and when.
create table promotions (
  id {blob} not null primary key,
  name text not null,
  is_active bigint not null,
  starts_at bigint,
  ends_at bigint,
  priority bigint not null,
  needs_coupon bigint not null,
  -- What it gives, for which goods, to whom: JSON, checked when it is written.
  rule text not null,
  updated_at bigint not null
){clustered};
create index promotions_active on promotions (is_active, ends_at);

-- Which promotions that everybody gets held when, as they were then, also what is to come: for the 30-day low of an
-- announced reduction.
create table promotion_runs (
  promotion_id {blob} not null,
  starts_at bigint not null,
  ends_at bigint,
  priority bigint not null,
  rule text not null,
  primary key (promotion_id, starts_at)
){clustered};

-- One row: a new mark whenever a promotion changes, so that servers know that what they remember is still so.
create table promotions_mark (
  id bigint not null primary key,
  mark {blob} not null
);

-- Codes that open a promotion.
create table coupons (
  code {text} not null primary key,
  promotion_id {blob} not null,
  -- Null: as often as anybody wants.
  uses_max bigint,
  uses_max_each bigint,
  uses bigint not null,
  ends_at bigint,
  made_at bigint not null,
  disabled_at bigint
){clustered};
create index coupons_promotion on coupons (promotion_id, code);

-- Who used a code for which order. Goes when it is given back.
create table coupon_uses (
  customer_id {blob} not null,
  code {text} not null,
  order_id {blob} not null,
  used_at bigint not null,
  primary key (customer_id, code, order_id)
){clustered};

-- Money that somebody holds as a code; the code itself is not here.
create table gift_cards (
  id {blob} not null primary key,
  -- SHA-256 of the code.
  code_hash {blob} not null,
  -- The last four letters, by which people tell their cards apart.
  ending text not null,
  currency {text} not null,
  balance bigint not null,
  issued_at bigint not null,
  ends_at bigint,
  disabled_at bigint
){clustered};
create unique index gift_cards_code on gift_cards (code_hash);

-- What went onto and off a card; its balance is their sum.
create table gift_card_entries (
  card_id {blob} not null,
  -- What moved it (`order:ord_…`, `refund:…`): the same twice is one.
  reference {text} not null,
  amount bigint not null,
  balance bigint not null,
  at bigint not null,
  primary key (card_id, reference)
){clustered};
