-- One line per run of a sheet: what it was asked, how far its budget is used, how it ended.
create table render_run (
  run            bigint primary key,
  sheet          varchar(1000) not null,
  input          varchar(4000) not null,
  input_digest   varchar(64) not null,
  request_digest varchar(64) not null,
  fresh          boolean not null,
  edition        integer not null,
  header         text not null,
  started_at     timestamp(3) with time zone not null,
  ended_at       timestamp(3) with time zone,
  ending         varchar(20),
  spent          bigint not null
);

-- One line per purchase. A line is written before the first byte of its request leaves.
create table render_ledger (
  render_key      varchar(64) not null,
  edition         integer not null,
  attempt         integer not null,
  run             bigint not null,
  row_no          bigint not null,
  bought_at       varchar(2000) not null,
  state           varchar(10) not null,
  claimed_at      timestamp(3) with time zone not null,
  accepted_at     timestamp(3) with time zone,
  settled_at      timestamp(3) with time zone,
  request_id      text,
  collect_from    text,
  eta_ms          bigint,
  outputs         text,
  spares          text,
  seed            bigint,
  model_id        text,
  generation_time double precision,
  meta            text,
  cause           varchar(20),
  reason          text,
  primary key (render_key, edition, attempt)
);
create index render_ledger_open on render_ledger (state, bought_at);

-- One line per row and run: what results.csv is printed from.
create table render_result (
  run             bigint not null,
  row_no          bigint not null,
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
  primary key (run, row_no)
);
