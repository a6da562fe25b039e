-- Somebody outside (whoever holds conversations, carts) hears when this leaf's customer is joined or taken apart.
alter table customers add column watched bigint not null default 0;
