-- Who was told that nobody is there: once in each closed period, which is named by its beginning.
create table away_answers (
  customer_id {blob} not null,
  conversation_id {blob} not null,
  closed_since bigint not null,
  primary key (customer_id, conversation_id, closed_since)
){clustered};
