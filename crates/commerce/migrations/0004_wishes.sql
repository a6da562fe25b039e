-- Where whoever wishes wants to be written to, and in which language; null: they are told on the timeline alone.
alter table wishes add column email text;
alter table wishes add column lang text;
-- Of whoever waits for a lower price: what they saw, in minor units.
alter table wishes add column price bigint;
