-- A release of a deposit is told by its holder and confirmed by who lodged it, as a payment is; `status` is absent of what
-- the holder does alone. Releases that are there were posted when they were told.
alter table settlement_deposit_move add column status varchar(20) character set ascii collate ascii_bin;
alter table settlement_deposit_move add column bank_reference varchar(60) character set utf8mb4 collate utf8mb4_bin;
alter table settlement_deposit_move add column live_bank_reference varchar(60) character set utf8mb4 collate utf8mb4_bin;
alter table settlement_deposit_move add column answered_at datetime(6);
alter table settlement_deposit_move add column rejection_reason varchar(1000);
/* [jooq ignore start] */
update settlement_deposit_move set status = 'confirmed', answered_at = recorded_at where kind = 'release';
/* [jooq ignore stop] */
alter table settlement_deposit_move add constraint ck_settlement_deposit_move_status check (
  (kind = 'release') = (status is not null)
  and (status is null or status in ('recorded', 'confirmed', 'rejected', 'withdrawn')));
create unique index uq_settlement_deposit_move_reference on settlement_deposit_move (deposit_id, live_bank_reference);

-- What nobody has answered can be withdrawn by who recorded it. MariaDB and MySQL drop a check in different words; each
-- reads its own comment. MySQL before 8.0.16 has no checks.
alter table settlement_payment add constraint ck_settlement_payment_state
  check (status in ('recorded', 'confirmed', 'rejected', 'withdrawn'))
  /*M!100600 , drop constraint ck_settlement_payment_status */ /*!80016 , drop check ck_settlement_payment_status */;
alter table settlement_deposit add constraint ck_settlement_deposit_state
  check (status in ('recorded', 'held', 'rejected', 'withdrawn'))
  /*M!100600 , drop constraint ck_settlement_deposit_status */ /*!80016 , drop check ck_settlement_deposit_status */;

-- An invoice that was withdrawn leaves its number free to be recorded again.
alter table settlement_invoice add column version bigint default 1 not null;
alter table settlement_invoice add column live_unique_number varchar(40) character set ascii collate ascii_bin;
alter table settlement_invoice add column withdrawn_at datetime(6);
/* [jooq ignore start] */
update settlement_invoice set live_unique_number = unique_number;
drop index uq_settlement_invoice_number on settlement_invoice;
/* [jooq ignore stop] */
create unique index uq_settlement_invoice_live_number on settlement_invoice (issuer_id, live_unique_number);
