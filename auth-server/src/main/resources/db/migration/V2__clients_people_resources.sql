create table client (
    client_id varchar(255) primary key,
    client_name varchar(200) not null,
    application_type varchar(10) not null,
    token_endpoint_auth_method varchar(50) not null,
    grant_types varchar(1000) not null,
    redirect_uris varchar(10000) not null,
    post_logout_redirect_uris varchar(10000) not null,
    scope varchar(4000) not null,
    require_consent boolean not null,
    id_token_signed_response_alg varchar(10) not null,
    access_token_signed_response_alg varchar(10) not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    disabled_at timestamp(6) with time zone
);

-- Several secrets of a client are valid at once, so that one can be exchanged without a pause.
create table client_secret (
    id uuid primary key,
    client_id varchar(255) not null references client on delete cascade,
    sha256 varchar(64) not null,
    created_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone
);
create index client_secret_client on client_secret (client_id);

create table users (
    id varchar(64) primary key,
    username varchar(100) not null,
    -- what two user names must not share: NFKC, lower case
    username_key varchar(400) not null unique,
    name varchar(200),
    given_name varchar(100),
    family_name varchar(100),
    nickname varchar(100),
    picture varchar(1000),
    website varchar(1000),
    zoneinfo varchar(100),
    locale varchar(35),
    email varchar(320),
    email_verified boolean not null,
    roles varchar(200) not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    disabled_at timestamp(6) with time zone
);

create table credential (
    id uuid primary key,
    user_id varchar(64) not null references users on delete cascade,
    kind varchar(20) not null,
    secret varchar(500) not null,
    changed_at timestamp(6) with time zone not null,
    unique (user_id, kind)
);

create table resource (
    identifier varchar(1000) primary key,
    resource_name varchar(200) not null
);

create table scope (
    name varchar(200) primary key,
    resource varchar(1000) references resource,
    title varchar(200) not null,
    description varchar(1000)
);
create index scope_resource on scope (resource);

insert into scope (name, resource, title, description) values
    ('openid', null, 'Sign you in', 'Learn which account is yours'),
    ('profile', null, 'See your profile', 'Your name, user name, picture, website, language and time zone'),
    ('email', null, 'See your e-mail address', 'Your address and whether it was verified'),
    ('offline_access', null, 'Keep access while you are away', 'Go on using what you allow here until you take it back');

-- A row to lock: instances that start at the same time apply the seed, and create the administrator, one after the other.
create table start_lock (
    name varchar(20) primary key
);
insert into start_lock (name) values ('seed'), ('setup');
