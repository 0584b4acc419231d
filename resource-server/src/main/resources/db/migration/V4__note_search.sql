-- Title and text as a search compares them: the two databases' own lower() disagree about umlauts.
alter table note add column folded varchar(32000);

update note set folded = lower(title) || chr(10) || lower(text);

alter table note alter column folded set not null;
