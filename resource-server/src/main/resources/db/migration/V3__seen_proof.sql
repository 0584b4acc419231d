-- DPoP proofs that were used, until nobody takes them any more. The hash is of their key and their id.
create table seen_proof (
    proof      bytea                       not null primary key,
    expires_at timestamp(6) with time zone not null
);

create index seen_proof_by_end on seen_proof (expires_at);
