-- The ways in which the inbox is read besides the newest first: who waits longest (those for whom nobody waits stand by
-- their last word), and what came last by a door.
create index conversations_waiting on conversations (status, (coalesce(waiting_since, last_at)), id);
create index conversations_door on conversations (last_channel_id, status, last_at, id);
