-- The question how it was, once for a conversation, and its answer.
create table surveys (
  customer_id {blob} not null,
  id {blob} not null,
  conversation_id {blob} not null,
  channel_id {blob} not null,
  team_id {blob} not null,
  -- Who had the conversation in the end.
  account_id {blob},
  asked_at bigint not null,
  score bigint,
  comment text,
  answered_at bigint,
  primary key (customer_id, id)
){clustered};
create index surveys_id on surveys (id);
create index surveys_conversation on surveys (conversation_id);
create index surveys_channel on surveys (channel_id, asked_at);
