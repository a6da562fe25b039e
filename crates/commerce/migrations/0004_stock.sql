-- Of a variant that is promised to ten thousand orders, the few promises whose time is over.
create index reservations_due_of on reservations (variant_id, expires_at) where expires_at is not null;
