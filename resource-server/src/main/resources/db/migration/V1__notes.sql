create table note (
    id            uuid                        not null primary key,
    -- Subjects are unique at their issuer only, and people and machines may share a name.
    owner_kind    varchar(10)                 not null,
    owner_issuer  varchar(255)                not null,
    owner_subject varchar(255)                not null,
    title         varchar(200)                not null,
    text          varchar(10000)              not null,
    created_at    timestamp(6) with time zone not null,
    changed_at    timestamp(6) with time zone not null,
    version       bigint                      not null,
    constraint note_owner_kind check (owner_kind in ('PERSON', 'MACHINE'))
);

create index note_by_owner on note (owner_issuer, owner_subject, owner_kind, created_at desc, id desc);
