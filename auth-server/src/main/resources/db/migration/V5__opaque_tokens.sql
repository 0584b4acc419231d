-- Access tokens of the clients that are given a mere reference: found by their SHA-256, never kept themselves.
create table access_token (
	hash       varchar(64)              primary key,
	claims     varchar(16000)           not null,
	expires_at timestamp with time zone not null
);
create index access_token_expires_at on access_token (expires_at);

alter table client add column access_token_format varchar(10) default 'jwt' not null;
