-- When a key signs is planned at its announcement; the private part goes when it has signed its last token.
alter table signing_key add column signs_from timestamp with time zone;
update signing_key set signs_from = coalesce(activated_at, created_at);
alter table signing_key alter column signs_from set not null;
alter table signing_key alter column sealed_jwk drop not null;
