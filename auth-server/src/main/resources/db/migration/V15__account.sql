-- What the seed said of a person, and the hash of the password that it gave her, when it was applied last. It speaks again
-- only where it says something else; what she changed herself stays.
alter table users add column seeded_claims varchar(16000) default '{}' not null;
alter table credential add column seeded varchar(500);

-- How often the present password was typed wrong by whoever wants to change it, on whichever instance.
create table wrong_password (
	user_id       varchar(64)              primary key,
	wrong         integer                  not null,
	counted_until timestamp with time zone not null
);
create index wrong_password_counted_until on wrong_password (counted_until);

-- A person's own trail is read page by page, and several things happen at the same time.
create index audit_event_user_id_at on audit_event (user_id, at, id);
drop index audit_event_user_id;
