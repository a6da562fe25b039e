-- What a ready answer offers to choose from, a line each.
alter table ready_answers add column choices text not null default '';
-- And what somebody is writing.
alter table drafts add column choices text not null default '';
