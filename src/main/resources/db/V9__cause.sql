-- Why a line has no picture, as a class that people can act on.
alter table render_result add column cause varchar(20);
