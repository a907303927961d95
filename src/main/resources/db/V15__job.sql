-- Which job a run is of: its name, whatever path its file was named by. What a killed run has spent
-- counts for the next run of that name.
alter table render_run add column job varchar(1000);
update render_run set job =
  regexp_replace(regexp_replace(sheet, '^.*[/\\]', ''), '^(.+)[.][^.]*$', '$1');
alter table render_run alter column job set not null;
