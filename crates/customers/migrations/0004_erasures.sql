-- Who was erased, when, at whose word, and what went and what stayed. Holds nothing that tells who it was: the
-- leaves are ids of empty rows, kept so that what an event in flight wrote to them can be swept up.
create table erasures (
  id {blob} not null primary key,
  at bigint not null,
  actor text not null,
  leaves text not null,
  receipt text not null
){clustered};
create index erasures_at on erasures (at, id);
