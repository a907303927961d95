-- So that going on with a run of a million rows asks the indexes alone: which lines hold for good,
-- how many there are of each kind, and which renders still wait for their pictures.
create index render_result_status on render_result (run, status, line_no, paid);
alter table render_ledger add column without_pictures varchar(3)
  generated always as (case when state = 'RENDERED' and pictures is null and not gone then 'yes' end);
create index render_ledger_without_pictures on render_ledger (without_pictures, bought_at);
