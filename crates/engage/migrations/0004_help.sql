-- Ready answers, shared by all who answer.
create table ready_answers (
  id {blob} not null primary key,
  shortcut {text} not null,
  lang {text} not null,
  title text not null,
  body text not null,
  changed_at bigint not null
){clustered};

-- What an agent has begun to write.
create table drafts (
  account_id {blob} not null,
  conversation_id {blob} not null,
  kind text not null,
  way text not null,
  subject text not null,
  body text not null,
  changed_at bigint not null,
  primary key (account_id, conversation_id)
){clustered};
create index drafts_conversation on drafts (conversation_id);

-- The knowledge base: an article in one language is a row.
create table articles (
  id {blob} not null,
  lang {text} not null,
  slug {text} not null,
  title {text} not null,
  category {text} not null,
  body text not null,
  state {text} not null,
  changed_at bigint not null,
  helped bigint not null,
  not_helped bigint not null,
  primary key (id, lang)
){clustered};
create index articles_slug on articles (slug);
create index articles_published on articles (state, lang, category, title);

-- The doors at which the assistant answers.
create table assistant_doors (
  channel_id {blob} not null primary key,
  is_on bigint not null,
  changed_at bigint not null
){clustered};
