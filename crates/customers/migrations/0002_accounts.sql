-- Staff accounts: who may work here, how they prove it, and what they did.

create table accounts (
  id {blob} primary key,
  email {text} not null,
  -- The address as it is compared: folded by Rust, so that both engines agree.
  email_folded {text} not null unique,
  name {text} not null,
  role {text} not null,
  -- invited: has a link but no password yet; active; disabled: kept for the audit log, cannot sign in.
  status {text} not null,
  -- Argon2id in PHC form, null until the first password is set.
  password_hash {text},
  lang {text},
  theme {text},
  -- The secret is there from the set-up on; it counts only once a code proved it (totp_on_at).
  totp_secret {blob},
  totp_on_at bigint,
  -- The last 30 s step whose code was accepted: no code of it or of an earlier one is taken again.
  totp_last_step bigint,
  created_at bigint not null,
  signed_in_at bigint
);

-- One row. Whoever inserts it is the first owner; whoever takes a role or a seat from an owner locks it first.
-- So two first owners, or two owners removing each other, cannot happen on either engine.
create table owner_seat (
  id bigint primary key,
  taken_at bigint not null,
  changed_at bigint not null
);

create table sessions (
  id {blob} primary key,
  account_id {blob} not null,
  -- SHA-256 of the 32 random bytes in the cookie: a copy of this table opens nothing.
  token_hash {blob} not null unique,
  -- 1 while the password was right and the second factor is still owed.
  is_pending bigint not null,
  created_at bigint not null,
  seen_at bigint not null,
  ip {text} not null,
  user_agent {text} not null
);
create index sessions_by_account on sessions (account_id, seen_at);

create table sign_in_attempts (
  id {blob} primary key,
  at bigint not null,
  email_folded {text} not null,
  -- An IPv4 address or an IPv6 /64: what one household or one shop has.
  network {text} not null,
  -- failed (also while it is still being checked), ok, forgiven (an ok came after it).
  outcome {text} not null
);
create index sign_in_attempts_by_email on sign_in_attempts (email_folded, outcome, at);
create index sign_in_attempts_by_network on sign_in_attempts (network, outcome, at);
create index sign_in_attempts_by_time on sign_in_attempts (at);

-- Links with which one sets a password: an invitation or a reset. Each opens once.
create table password_links (
  token_hash {blob} primary key,
  account_id {blob} not null,
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint
);
create index password_links_by_account on password_links (account_id);

create table recovery_codes (
  account_id {blob} not null,
  code_hash {blob} not null,
  used_at bigint,
  primary key (account_id, code_hash)
);

create table audit_log (
  id {blob} primary key,
  at bigint not null,
  -- Null where no person did it: the command line, the demo.
  account_id {blob},
  actor {text} not null,
  action {text} not null,
  subject {text} not null,
  detail {text} not null,
  request_id {text} not null
);
create index audit_log_by_time on audit_log (at, id);
create index audit_log_by_subject on audit_log (subject, at, id);
