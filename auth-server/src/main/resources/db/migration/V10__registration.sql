-- With what clients may register themselves: found by SHA-256, one use taken by each client that comes of it.
create table initial_access_token (
	hash       varchar(64)              primary key,
	scope      varchar(4000)            not null,
	uses_left  integer                  not null,
	created_at timestamp with time zone not null,
	expires_at timestamp with time zone not null
);
create index initial_access_token_expires_at on initial_access_token (expires_at);

-- A client that registered itself: what it may at most ask for, and from where it came when no token was needed.
create table registration (
	client_id     varchar(255)             primary key references client on delete cascade,
	token_hash    varchar(64)              not null,
	scope         varchar(4000)            not null,
	open_from     varchar(45),
	registered_at timestamp with time zone not null
);
create index registration_registered_at on registration (registered_at);

-- A row to lock: whoever comes in the open waits until the one before is counted.
create table registration_quota (
	name varchar(20) primary key
);
insert into registration_quota (name) values ('open');
