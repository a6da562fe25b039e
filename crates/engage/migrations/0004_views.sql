-- Ways of looking at the inbox that somebody keeps under a name.
create table saved_views (
  id {blob} not null primary key,
  account_id {blob} not null,
  -- Of whose members everybody sees it; null: its maker alone.
  team_id {blob},
  name text not null,
  -- As it stands in the address of the list.
  query text not null,
  created_at bigint not null
){clustered};
create index saved_views_account on saved_views (account_id);
create index saved_views_team on saved_views (team_id);
