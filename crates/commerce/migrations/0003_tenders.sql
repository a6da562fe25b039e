-- What an order is paid with besides money, in the order in which it pays: gift cards, then points.
create table order_tenders (
  customer_id {blob} not null,
  order_id {blob} not null,
  -- From 1.
  position bigint not null,
  -- gift_card or points
  kind {text} not null,
  -- The card; or the leaf whose points they were.
  source {blob} not null,
  -- The last four letters of the card's code; of points nothing.
  ending text not null,
  -- Minor units of the order's currency.
  amount bigint not null,
  points bigint not null,
  -- What of it went back, as the order came to be worth less.
  amount_back bigint not null,
  points_back bigint not null,
  primary key (customer_id, order_id, position)
){clustered};
