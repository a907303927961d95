-- To find renders that the vendor gave one id; the id itself may be long.
alter table render_ledger add column request_id_begins varchar(100)
  generated always as (cast(substring(request_id from 1 for 100) as varchar(100)));
create index render_ledger_request on render_ledger (bought_at, request_id_begins);
