-- A row may have several lines of results: one per style and variant. So far each had one.
create table render_result_by_line (
  run             bigint not null,
  line_no         bigint not null,
  row_no          bigint not null,
  variant         integer not null,
  style           varchar(1000) not null,
  render_key      varchar(64),
  cells           text not null,
  status          varchar(20) not null,
  paid            varchar(10) not null,
  outputs         text,
  seed            bigint,
  model_id        text,
  request_id      text,
  generation_time double precision,
  attempts        integer not null,
  error           text,
  meta            text,
  rendered_at     timestamp(3) with time zone,
  primary key (run, line_no)
);
insert into render_result_by_line (run, line_no, row_no, variant, style, render_key, cells, status,
  paid, outputs, seed, model_id, request_id, generation_time, attempts, error, meta, rendered_at)
select run, row_no, row_no, 1, '', render_key, cells, status,
  paid, outputs, seed, model_id, request_id, generation_time, attempts, error, meta, rendered_at
from render_result;
drop table render_result;
alter table render_result_by_line rename to render_result;
create index render_result_row on render_result (run, row_no);

-- The line a purchase was made for, so that equal lines of one row can be told apart.
alter table render_ledger add column line_no bigint;
update render_ledger set line_no = row_no;
alter table render_ledger alter column line_no set not null;
