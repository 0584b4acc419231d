-- What people read of an API and of a permission, in their own language: a JSON object such as {"title#de": "…"}.
alter table resource add column owner varchar(200);
alter table resource add column localized varchar(8000) default '{}' not null;
alter table scope add column localized varchar(16000) default '{}' not null;
-- How much harm it can do (low, medium, high), and whether the client can do without it.
alter table scope add column risk varchar(10) default 'low' not null;
alter table scope add column optional boolean default true not null;
update scope set optional = false where name = 'openid';
update scope set risk = 'medium' where name in ('address', 'phone', 'offline_access');

-- How, for how long and to which version of the client a person allowed it, and what the client made of it. A consent is
-- the ceiling of what was granted: no grant says more or lasts longer.
alter table consent add column how varchar(10) default 'browser' not null;
alter table consent add column duration varchar(10) default 'revoked' not null;
alter table consent add column sid varchar(64);
alter table consent add column client_version varchar(64) default '' not null;
alter table consent add column last_used_at timestamp with time zone;
alter table consent add column last_used_by varchar(1000);
delete from consent where client_id not in (select client_id from client) or user_id not in (select id from users);
alter table consent add foreign key (client_id) references client on delete cascade;
alter table consent add foreign key (user_id) references users on delete cascade;
create index consent_client_id on consent (client_id);
create index consent_granted_at on consent (granted_at);
create index consent_sid on consent (sid);

-- Who ended it: its person, its client, a replay…
alter table authorization_grant add column ended_by varchar(20);

-- What a person decided, as a signed record (RFC 7515) that she can keep.
create table receipt (
	id         uuid                     primary key,
	user_id    varchar(64)              not null references users on delete cascade,
	client_id  varchar(255)             not null,
	decided_at timestamp with time zone not null,
	decision   varchar(20)              not null,
	jws        varchar(32000)           not null
);
create index receipt_user_id on receipt (user_id, decided_at);
create index receipt_decided_at on receipt (decided_at);

-- The pictures of clients, fetched once: a browser that loaded them would tell where it is.
create table client_logo (
	client_id  varchar(255)             primary key references client on delete cascade,
	logo_uri   varchar(2000)            not null,
	media_type varchar(50),
	image      bytea,
	fetched_at timestamp with time zone not null
);
