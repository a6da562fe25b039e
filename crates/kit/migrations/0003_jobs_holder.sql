-- Who holds a queue: a process, and which of its holds.
alter table queues add column leased_by {text};
