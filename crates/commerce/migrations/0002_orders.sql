-- Orders as the desk lists them: over all customers, the newest first. Ids begin with the moment, so they are the order.
create index orders_newest on orders (id);
create index orders_by_state on orders (state, id);
create index orders_by_payment on orders (payment, id);
create index orders_by_door on orders (channel_id, id);

-- By what an order is found: the words of a name, an e-mail address, a telephone number. Goes with the person.
create table order_words (
  word {text} not null,
  order_id {blob} not null,
  customer_id {blob} not null,
  primary key (word, order_id)
){clustered};
create index order_words_customer on order_words (customer_id);

-- From where an order goes out, and how many pieces have still to go from there.
create table order_places (
  location_id {blob} not null,
  order_id {blob} not null,
  customer_id {blob} not null,
  waiting bigint not null,
  primary key (location_id, order_id)
){clustered};
create index order_places_order on order_places (order_id);
create index order_places_waiting on order_places (location_id, order_id) where waiting > 0;
