-- How often a secret was presented without what belongs to it, such as a code with a wrong verifier.
alter table one_time add column failures integer default 0 not null;
