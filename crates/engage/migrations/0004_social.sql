-- Texts that Meta approved for a number, as they were fetched last.
create table whatsapp_templates (
  channel_id {blob} not null,
  name {text} not null,
  language {text} not null,
  category text not null,
  header text not null,
  body text not null,
  footer text not null,
  -- JSON: the names of the gaps in the body.
  variables text not null,
  fetched_at bigint not null,
  primary key (channel_id, name, language)
){clustered};
