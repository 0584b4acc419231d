-- Both H2 and PostgreSQL run this script: only types and syntax that mean the same in both.

-- Everything that may be used once (codes, consent states, set-up links…): only its SHA-256 is kept.
create table one_time (
	kind        varchar(32)              not null,
	hash        varchar(64)              not null,
	payload     varchar(16000)           not null,
	created_at  timestamp with time zone not null,
	expires_at  timestamp with time zone not null,
	consumed_at timestamp with time zone,
	bought      uuid,
	primary key (kind, hash)
);
create index one_time_expires_at on one_time (expires_at);

-- First use is the insert: revoked token ids, later assertion and proof ids.
create table seen (
	kind       varchar(32)              not null,
	hash       varchar(64)              not null,
	expires_at timestamp with time zone not null,
	primary key (kind, hash)
);
create index seen_expires_at on seen (expires_at);

-- One row per grant ("authorization" is a reserved word). Access and ID tokens are signed, refresh tokens derived: none is stored.
create table authorization_grant (
	id               uuid                     primary key,
	client_id        varchar(255)             not null,
	user_id          varchar(64)              not null,
	scope            varchar(4000)            not null,
	resources        varchar(4000)            not null,
	amr              varchar(200)             not null,
	auth_time        timestamp with time zone not null,
	sid              varchar(64),
	refresh_sequence integer                  not null,
	refreshed_at     timestamp with time zone not null,
	created_at       timestamp with time zone not null,
	idle_until       timestamp with time zone not null,
	expires_at       timestamp with time zone not null,
	revoked_at       timestamp with time zone
);
create index authorization_grant_user_id on authorization_grant (user_id, client_id);
create index authorization_grant_expires_at on authorization_grant (expires_at);

create table consent (
	user_id    varchar(64)              not null,
	client_id  varchar(255)             not null,
	scope      varchar(255)             not null,
	resource   varchar(500),
	granted_at timestamp with time zone not null,
	expires_at timestamp with time zone,
	primary key (user_id, client_id, scope)
);

-- The private part is sealed with AES-GCM; (algorithm, sequence) lets one of several starting instances create the first.
create table signing_key (
	kid          varchar(64)              primary key,
	algorithm    varchar(16)              not null,
	sequence     integer                  not null,
	state        varchar(16)              not null,
	public_jwk   varchar(4000)            not null,
	sealed_jwk   bytea                    not null,
	created_at   timestamp with time zone not null,
	activated_at timestamp with time zone,
	retired_at   timestamp with time zone,
	unique (algorithm, sequence)
);

create table audit_event (
	id        uuid                     primary key,
	at        timestamp with time zone not null,
	type      varchar(64)              not null,
	user_id   varchar(255),
	client_id varchar(255),
	detail    varchar(1000)
);
create index audit_event_user_id on audit_event (user_id, at);

-- Spring Session's own tables, so that a restart signs nobody out.
create table spring_session (
	primary_id            char(36) not null primary key,
	session_id            char(36) not null,
	creation_time         bigint   not null,
	last_access_time      bigint   not null,
	max_inactive_interval int      not null,
	expiry_time           bigint   not null,
	principal_name        varchar(100)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
	session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
	attribute_name     varchar(200) not null,
	attribute_bytes    bytea        not null,
	primary key (session_primary_id, attribute_name)
);
