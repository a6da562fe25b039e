-- Work to be done after a commit. A queue is worked on by one process at a time; its jobs of one key in order.
create table queues (
  name {text} not null primary key,
  leased_until bigint not null,
  -- The other side does not answer: nothing is tried before this moment.
  paused_until bigint not null,
  failures bigint not null,
  error text
){clustered};

create table jobs (
  queue {text} not null,
  id {blob} not null,
  kind {text} not null,
  key {text} not null,
  body text not null,
  due_at bigint not null,
  attempts bigint not null,
  error text,
  -- Given up: a person decides what becomes of it.
  dead_at bigint,
  primary key (queue, id)
){clustered};
