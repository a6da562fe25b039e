-- What a customer told, by the message in which they told it.
create table told (
  customer_id {blob} not null,
  message_id {blob} not null,
  entity {text} not null,
  -- By which two are compared.
  value {text} not null,
  shown text not null,
  conversation_id {blob} not null,
  at bigint not null,
  channel_id {blob} not null,
  -- Who of the shop had spoken last: an account, or `bot`.
  served_by text,
  -- The message in which it had been told before, and what had changed since.
  again_of_id {blob},
  because text,
  primary key (customer_id, message_id, entity, value)
){clustered};
create index told_conversation on told (conversation_id, at);

-- How often customers had to repeat themselves, by day. Nobody can be known by it.
create table repeats (
  day bigint not null,
  entity {text} not null,
  because {text} not null,
  from_channel_id {blob} not null,
  to_channel_id {blob} not null,
  times bigint not null,
  -- In how many conversations it was the first.
  conversations bigint not null,
  primary key (day, entity, because, from_channel_id, to_channel_id)
){clustered};

-- What the shop says of itself: its opening hours, how it takes things back.
create table shop_texts (
  name {text} not null,
  lang {text} not null,
  body text not null,
  changed_at bigint not null,
  primary key (name, lang)
){clustered};
