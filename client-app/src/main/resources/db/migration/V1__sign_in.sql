-- Somebody who signs in here, by whatever provider.
create table person (
	id         varchar(36)  not null primary key,
	created_at timestamp(6) with time zone not null
);

-- Who a provider says she is: the key is (issuer, subject), never an e-mail address.
create table identity (
	id                varchar(36)   not null primary key,
	issuer            varchar(400)  not null,
	subject           varchar(400)  not null,
	person_id         varchar(36)   not null references person (id) on delete cascade,
	provider          varchar(60)   not null,
	profile           varchar(8000) not null,
	linked_at         timestamp(6) with time zone not null,
	last_signed_in_at timestamp(6) with time zone not null,
	constraint identity_of_provider unique (issuer, subject)
);
create index identity_of_person on identity (person_id);

-- The tokens that a provider gave for an identity, sealed; renewed by one instance at a time.
create table token_set (
	identity_id   varchar(36)  not null primary key references identity (id) on delete cascade,
	generation    bigint       not null,
	access_token  bytea        not null,
	refresh_token bytea,
	token_secret  bytea,
	scope         varchar(2000),
	expires_at    timestamp(6) with time zone,
	renewing_until timestamp(6) with time zone,
	received_at   timestamp(6) with time zone not null
);

-- A sign-in that has not come back yet: one for each state, good once, in the browser that began it.
create table pending_login (
	state_hash   varchar(43)  not null primary key,
	browser_hash varchar(43)  not null,
	provider     varchar(60)  not null,
	content      bytea        not null,
	answer       bytea,
	expires_at   timestamp(6) with time zone not null
);
create index pending_login_by_expiry on pending_login (expires_at);

-- Which session began with which provider's, so that the provider can end it.
create table provider_session (
	session_id varchar(36)  not null primary key,
	issuer     varchar(400) not null,
	subject    varchar(400) not null,
	sid        varchar(400),
	id_token   bytea,
	started_at timestamp(6) with time zone not null
);
create index provider_session_by_subject on provider_session (issuer, subject);
create index provider_session_by_sid on provider_session (issuer, sid);

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
