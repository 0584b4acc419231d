-- Signing out ends what was granted in that browser session.
create index authorization_grant_sid on authorization_grant (sid);

-- Which clients have yet to be told that a session has ended (OpenID Connect Back-Channel Logout 1.0), written in the
-- transaction of its end. A row goes when its client knows, or when it is given up.
create table logout_notice (
	id         uuid                     primary key,
	client_id  varchar(255)             not null,
	user_id    varchar(64)              not null,
	sid        varchar(64)              not null,
	attempts   integer                  not null,
	next_at    timestamp with time zone not null,
	expires_at timestamp with time zone not null
);
create index logout_notice_next_at on logout_notice (next_at);
