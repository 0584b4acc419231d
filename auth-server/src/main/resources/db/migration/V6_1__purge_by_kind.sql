-- Only used codes are kept for their replay; anything else of this kind goes as soon as it has expired.
create index one_time_kind_expires_at on one_time (kind, expires_at);
drop index one_time_expires_at;
