-- How a door is connected. The secrets are sealed with the server's key, bound to the door.
create table links (
  channel_id {blob} not null primary key,
  provider {text} not null,
  settings text not null,
  secrets {blob} not null,
  changed_at bigint not null
){clustered};
