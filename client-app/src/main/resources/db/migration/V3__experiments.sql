-- What an experiment has found out, sealed.
alter table flow add column findings bytea;
