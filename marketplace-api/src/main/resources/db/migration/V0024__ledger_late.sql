-- A balance at the end of a day is what was recorded until then and what was recorded later about it or days before. Which totals
-- those are is found by how late they were recorded, in powers of two of days: class k holds what was recorded up to
-- 2^k - 1 days after it happened. The database works it out itself.
/* [jooq ignore start] */
alter table ledger_day add column late smallint generated always as (
  1
  + (datediff(recorded_on, occurred_on) >= 2)
  + (datediff(recorded_on, occurred_on) >= 4)
  + (datediff(recorded_on, occurred_on) >= 8)
  + (datediff(recorded_on, occurred_on) >= 16)
  + (datediff(recorded_on, occurred_on) >= 32)
  + (datediff(recorded_on, occurred_on) >= 64)
  + (datediff(recorded_on, occurred_on) >= 128)
  + (datediff(recorded_on, occurred_on) >= 256)
  + (datediff(recorded_on, occurred_on) >= 512)
  + (datediff(recorded_on, occurred_on) >= 1024)
  + (datediff(recorded_on, occurred_on) >= 2048)
  + (datediff(recorded_on, occurred_on) >= 4096)
  + (datediff(recorded_on, occurred_on) >= 8192)
  + (datediff(recorded_on, occurred_on) >= 16384)
  + (datediff(recorded_on, occurred_on) >= 32768)) stored;
create index ix_ledger_day_late on ledger_day (account_id, late, occurred_on, recorded_on);
/* [jooq ignore stop] */
