-- What is sent during a sign-in, in the profile demo: for an hour, without secrets, and sealed.
create table flow (
	id         varchar(36) not null primary key,
	provider   varchar(60) not null,
	kind       varchar(10) not null,
	started_at timestamp(6) with time zone not null,
	outcome    varchar(60),
	messages   int         not null default 0,
	bytes      int         not null default 0,
	cut        boolean     not null default false
);
create index flow_by_start on flow (started_at);

create table flow_part (
	id      bigint generated always as identity primary key,
	flow_id varchar(36) not null references flow (id) on delete cascade,
	content bytea       not null
);
create index flow_part_of_flow on flow_part (flow_id);
