-- A telephone call: which message it is, and what the desk asks for at each moment. What is known of it stands with the message.
create table calls (
  channel_id {blob} not null,
  -- As the telephone system calls it.
  call_id {text} not null,
  customer_id {blob},
  message_id {blob},
  state {text} not null,
  started_at bigint not null,
  -- Changes with each event.
  changed_at bigint not null,
  -- The timeline was told how it ended.
  told_at bigint,
  primary key (channel_id, call_id)
){clustered};
create index calls_state on calls (state, started_at);
create index calls_message on calls (message_id);
create index calls_customer on calls (customer_id);

-- What the telephone system said of a call, each word once. The call is made of all of them, in whatever order they came.
create table call_events (
  channel_id {blob} not null,
  call_id {text} not null,
  id {text} not null,
  body text not null,
  primary key (channel_id, call_id, id)
){clustered};

-- Whose telephone an extension is.
create table phone_extensions (
  channel_id {blob} not null,
  account_id {blob} not null,
  extension {text} not null,
  primary key (channel_id, account_id)
){clustered};
