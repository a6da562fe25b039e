-- What changed of late, whoever changed it: one look tells all who watch. The version tells two changes of one moment apart.
alter table conversations add column changed_at bigint not null default 0;
alter table conversations add column version bigint not null default 0;
create index conversations_changed on conversations (changed_at);
