-- Which state this is: one line, made with the tables and copied with them.
create table state_identity (
  line    smallint primary key check (line = 1),
  id      varchar(36) not null,
  made_at timestamp(3) with time zone not null
);
