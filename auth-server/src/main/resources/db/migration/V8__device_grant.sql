-- How fast each device may poll (RFC 8628 §3.5), found by the SHA-256 of its code. All instances share the pace.
create table device_poll (
	hash       varchar(64)              primary key,
	pause      integer                  not null,
	next_at    timestamp with time zone not null,
	expires_at timestamp with time zone not null
);
create index device_poll_expires_at on device_poll (expires_at);

-- How many user codes a person has guessed wrong (RFC 8628 §5.1), on whichever instance.
create table wrong_user_code (
	user_id       varchar(64)              primary key,
	wrong         integer                  not null,
	counted_until timestamp with time zone not null
);
create index wrong_user_code_counted_until on wrong_user_code (counted_until);
