-- One row: the instance that purges holds it, for a moment at a time.
create table purge_lease (
	holder     varchar(36)              not null,
	held_until timestamp with time zone not null
);
insert into purge_lease (holder, held_until) values ('nobody', timestamp with time zone '2000-01-01 00:00:00+00');

-- Each table is purged by the end of its rows. A grant ends when it has been idle for too long, at the latest when it
-- expires; a revoked one ends at once.
create index authorization_grant_idle_until on authorization_grant (idle_until);
drop index authorization_grant_expires_at;
create index consent_expires_at on consent (expires_at);
create index audit_event_at on audit_event (at);
