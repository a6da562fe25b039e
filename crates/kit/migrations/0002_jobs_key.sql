-- What comes after a job of the same key waits for it.
create index jobs_key on jobs (queue, key, id);
