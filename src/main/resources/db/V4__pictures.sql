-- What became of a render's pictures: one line each as "sha256.type WIDTHxHEIGHT", or why there are none.
alter table render_ledger add column pictures text;
alter table render_ledger add column photo varchar(200);
alter table render_ledger add column checks text;
alter table render_ledger add column not_kept text;
alter table render_ledger add column gone boolean default false not null;
-- What a person decided about a render's pictures.
alter table render_ledger add column judgement varchar(10);
alter table render_ledger add column judged_by varchar(200);
alter table render_ledger add column judged_why text;
alter table render_ledger add column judged_at timestamp(3) with time zone;
create index render_ledger_settled on render_ledger (settled_at);

-- Photos that are on the shelf, by what makes each this photo and no other.
create table kept_photo (
  identity_sha256 varchar(64) primary key,
  picture         varchar(200) not null
);

alter table render_result add column picture text;
alter table render_result add column width text;
alter table render_result add column height text;
alter table render_result add column sha256 text;
alter table render_result add column checks text;
alter table render_result add column photo varchar(200);
alter table render_result add column prompt text;
alter table render_result add column name varchar(100) default 'room' not null;
