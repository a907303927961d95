-- Columns that were called what they are not: an endpoint's name looked like a time, an account like
-- a place, a reason like a yes or no. Values, keys and indexes stay as they are.
alter table render_ledger alter column bought_at rename to endpoint;
alter table photo_upload alter column bought_at rename to endpoint;
alter table photo_use alter column bought_at rename to endpoint;
alter table budget_window alter column bought_at rename to endpoint;
alter table wallet_reading alter column place rename to account;
alter index wallet_reading_place rename to wallet_reading_account;
alter table render_ledger alter column not_kept rename to not_kept_reason;
