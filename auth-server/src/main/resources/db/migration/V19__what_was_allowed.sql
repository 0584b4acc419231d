-- How risky a permission was when it was given; of older rows nobody knows.
alter table consent add column risk varchar(10) default '' not null;

-- A receipt says each permission in the person's words, and there may be many.
alter table receipt alter column jws set data type varchar(200000);
