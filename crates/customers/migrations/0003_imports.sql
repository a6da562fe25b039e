-- How far each file was imported, so that an import that was stopped goes on where it was. A file is known by its
-- content and by how it was read.
create table imports (
  file_hash {blob} not null,
  plan_hash {blob} not null,
  name text not null,
  done bigint not null,
  updated_at bigint not null,
  primary key (file_hash, plan_hash)
){clustered};
