create table note_link (
    id          uuid                        not null primary key,
    note_id     uuid                        not null references note on delete cascade,
    -- SHA-256 of 256 random bits: what is stored opens nothing.
    secret_hash varchar(64)                 not null unique,
    created_at  timestamp(6) with time zone not null,
    expires_at  timestamp(6) with time zone not null
);

create index note_link_by_note on note_link (note_id);
