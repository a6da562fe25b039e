-- Numbers that asked for no more messages. A later word of theirs lifts it; the row stays.
create table sms_suppressions (
  number {text} not null primary key,
  channel_id {blob} not null,
  reason text not null,
  suppressed_at bigint not null,
  lifted_at bigint
){clustered};

-- The parts of a long SMS on their way out, by the centre's names for them. A receipt may come before we have noted
-- whose it is: then the row has a state and no message.
create table sms_parts (
  channel_id {blob} not null,
  name {text} not null,
  message_id {blob},
  part bigint,
  parts bigint,
  state {text},
  error text,
  noted_at bigint not null,
  primary key (channel_id, name)
){clustered};
create index sms_parts_message on sms_parts (message_id);
create index sms_parts_noted on sms_parts (noted_at);

-- The parts of a long SMS that come in, until all are there.
create table sms_fragments (
  channel_id {blob} not null,
  sender {text} not null,
  reference {text} not null,
  parts bigint not null,
  part bigint not null,
  body {blob} not null,
  noted_at bigint not null,
  primary key (channel_id, sender, reference, parts, part)
){clustered};
create index sms_fragments_noted on sms_fragments (noted_at);
