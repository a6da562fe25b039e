-- Access tokens that end, as far as their provider has told. A row goes when staff put in another token.
create table link_tokens (
  channel_id {blob} not null primary key,
  ends_at bigint,
  renewed_at bigint,
  tried_at bigint not null,
  -- Why it could not be renewed, last time.
  error text
){clustered};
