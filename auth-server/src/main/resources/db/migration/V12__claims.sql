-- What can be told of a person (OpenID Connect Core §5.1), as a JSON object under the names of the standard.
alter table users add column claims varchar(16000) default '{}' not null;
update users set claims = cast(json_object(
	'name': name, 'given_name': given_name, 'family_name': family_name, 'nickname': nickname, 'picture': picture,
	'website': website, 'zoneinfo': zoneinfo, 'locale': locale, 'email': email,
	'email_verified': case when email is not null then email_verified end
	absent on null) as varchar(16000));
alter table users drop column name;
alter table users drop column given_name;
alter table users drop column family_name;
alter table users drop column nickname;
alter table users drop column picture;
alter table users drop column website;
alter table users drop column zoneinfo;
alter table users drop column locale;
alter table users drop column email;
alter table users drop column email_verified;

insert into scope (name, resource, title, description) values
	('address', null, 'See your postal address', 'Street, place and country'),
	('phone', null, 'See your phone number', 'Your number and whether it was verified');

-- What the client asked for by name (OpenID Connect Core §5.5) and was granted.
alter table authorization_grant add column claims varchar(4000) default '{}' not null;

-- How the clients of one sector call a person who must not be the same to all (OpenID Connect Core §8.1).
create table pairwise_subject (
	subject varchar(64)  primary key,
	sector  varchar(255) not null,
	user_id varchar(64)  not null references users on delete cascade,
	unique (user_id, sector)
);
