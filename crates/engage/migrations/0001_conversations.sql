-- A conversation, or a part of one: what was said with one leaf of the customer. The parts of one root are one
-- conversation. Status, assignee and clocks count on the root; a part keeps its own for the day it stands alone.
create table conversations (
  customer_id {blob} not null,
  id {blob} not null,
  root_id {blob} not null,
  status {text} not null,
  subject text,
  priority bigint not null,
  assignee_id {blob},
  team_id {blob},
  opened_at bigint not null,
  -- The newest message, and by which door and whom it came.
  last_at bigint not null,
  last_channel_id {blob} not null,
  last_author {text} not null,
  last_text text not null,
  -- Since when the customer waits for an answer.
  waiting_since bigint,
  snoozed_until bigint,
  closed_at bigint,
  primary key (customer_id, id)
){clustered};
create index conversations_id on conversations (id);
create index conversations_root on conversations (root_id);
create index conversations_inbox on conversations (status, last_at, id);
create index conversations_assignee on conversations (assignee_id, status, last_at, id);

-- Why two conversations are one. An undone one stays as history.
create table conversation_joins (
  conversation_id {blob} not null,
  other_id {blob} not null,
  id {blob} not null,
  why {text} not null,
  actor text not null,
  joined_at bigint not null,
  undone_at bigint,
  primary key (conversation_id, other_id, id)
){clustered};
create index conversation_joins_other on conversation_joins (other_id);

-- What was said. A message hangs on the leaf whose identity brought it (or to which it went) and never moves.
create table messages (
  customer_id {blob} not null,
  conversation_id {blob} not null,
  id {blob} not null,
  at bigint not null,
  channel_id {blob} not null,
  direction {text} not null,
  author {text} not null,
  -- Of staff: the account. Of others: the name as they gave it.
  author_id {blob},
  author_name text,
  -- Where it came from or went, as kind:value.
  address text,
  subject text,
  body text not null,
  html text,
  state {text} not null,
  state_at bigint not null,
  error text,
  reply_to_id {blob},
  -- JSON for the door that carried it: headers, segments, a call.
  details text not null,
  primary key (customer_id, id)
){clustered};
create index messages_id on messages (id);
create index messages_address on messages (address, channel_id, at);
create index messages_page on messages (conversation_id, at, id);

-- By which name a door's provider knows a message: a repeat is recognised, a report and a reply find their message.
create table provider_messages (
  channel_id {blob} not null,
  provider_id {text} not null,
  customer_id {blob} not null,
  conversation_id {blob} not null,
  message_id {blob} not null,
  primary key (channel_id, provider_id)
){clustered};
create index provider_messages_message on provider_messages (message_id);

create table attachments (
  customer_id {blob} not null,
  message_id {blob} not null,
  id {blob} not null,
  name text not null,
  media_type text not null,
  -- Shown inside the message's text, by this name.
  content_id text,
  size bigint not null,
  content {blob} not null,
  primary key (customer_id, message_id, id)
){clustered};
create index attachments_id on attachments (id);
