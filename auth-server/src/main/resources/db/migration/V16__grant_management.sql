-- A client may change a grant (Grant Management for OAuth 2.0). Refresh tokens from before the latest change are worth
-- nothing: first_sequence is the first one after it.
alter table authorization_grant add column first_sequence integer default 0 not null;
alter table authorization_grant add column updated_at timestamp with time zone;
alter table authorization_grant add column updated_by varchar(20);

-- For clients themselves: no person is ever asked for these.
insert into scope (name, resource, title, description) values
    ('grant_management_query', null, 'See its own grants', 'What people have granted to this client'),
    ('grant_management_revoke', null, 'Give back its own grants', 'End what people have granted to this client');
