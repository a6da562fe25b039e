-- When somebody began with a job who has not said yet how it ended.
alter table jobs add column begun_at bigint;
