-- Orders of which the other shop still waits for pieces, as far as we heard: those whose parcels are to be told.
alter table shop_link_records add column is_open bigint not null default 0;
create index shop_link_records_open on shop_link_records (channel_id, kind, is_open);
