-- What a client says of itself beyond what each one has, as a JSON object: keys, logout addresses, algorithms.
alter table client add column further varchar(100000) default '{}' not null;
