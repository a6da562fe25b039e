-- What is promised of a conversation next, on the root: when, and what. Null where nothing is, or while it stands still.
alter table conversations add column due_at bigint;
alter table conversations add column due_for {text};
create index conversations_due on conversations (status, (coalesce(due_at, 9223372036854775807)), id);
-- What a team promised in a conversation, and whether it was kept. One that is open has no end yet.
create table promises (
  customer_id {blob} not null,
  conversation_id {blob} not null,
  id {blob} not null,
  kind {text} not null,
  team_id {blob} not null,
  channel_id {blob} not null,
  -- Of time in which the team is there, in microseconds; how much of it had passed at runs_since.
  target bigint not null,
  spent bigint not null,
  -- Null while it stands still.
  runs_since bigint,
  due_at bigint,
  began_at bigint not null,
  broken_at bigint,
  ended_at bigint,
  outcome {text},
  -- As due_at, while it is open and not broken.
  watch_at bigint,
  primary key (customer_id, conversation_id, id)
){clustered};
create index promises_conversation on promises (conversation_id, ended_at);
create index promises_watch on promises (watch_at);
create index promises_ended on promises (team_id, ended_at);
