-- Who answers together. A team that was removed stays as a name in what is over.
create table teams (
  id {blob} not null primary key,
  name text not null,
  -- JSON: hours, what is promised, words when nobody is there, the question at the end.
  settings text not null,
  created_at bigint not null,
  removed_at bigint
){clustered};
create table team_members (
  team_id {blob} not null,
  account_id {blob} not null,
  -- The number of the last turn that a rule gave them in this team.
  turn bigint not null,
  primary key (team_id, account_id)
){clustered};
create index team_members_account on team_members (account_id);
-- Somebody who answers: whether they are on, and what they know. Who has no row is on.
create table agents (
  account_id {blob} not null primary key,
  is_on bigint not null,
  -- JSON: lists of words.
  skills text not null,
  languages text not null,
  changed_at bigint not null
){clustered};
-- To which team goes what comes by a door.
create table team_doors (
  channel_id {blob} not null primary key,
  team_id {blob} not null
){clustered};
create index conversations_team on conversations (team_id, status, last_at, id);
