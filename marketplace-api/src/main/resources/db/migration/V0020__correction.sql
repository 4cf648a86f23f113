-- Corrections that both parties approved. A voided load keeps its row; voided entries, stock-takes and use reports say
-- which correction voided them. What was there before stands in the correction and in the ledger.
create table correction_correction (
  id bigint not null,
  version bigint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  kind varchar(20) character set ascii collate ascii_bin not null,
  subject_id bigint not null,
  subject_label varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
  parent_id bigint not null,
  proposer_id bigint not null,
  proposer_member_id bigint not null,
  approver_id bigint not null,
  voids smallint not null,
  old_values varchar(2000) character set utf8mb4 collate utf8mb4_bin not null,
  new_values varchar(2000) character set utf8mb4 collate utf8mb4_bin not null,
  reason varchar(1000) character set utf8mb4 collate utf8mb4_bin not null,
  basis_id bigint,
  proposed_at datetime(6) not null,
  expires_at datetime(6) not null,
  decided_at datetime(6),
  decider_id bigint,
  decider_member_id bigint,
  decision_note varchar(1000) character set utf8mb4 collate utf8mb4_bin,
  reversal_id bigint,
  transfer_id bigint,
  constraint pk_correction_correction primary key (id),
  constraint ck_correction_correction_status check (status in ('open', 'applied', 'declined', 'withdrawn')),
  constraint ck_correction_correction_kind check (
    kind in ('stream-entry', 'stock-take', 'processing', 'dispatch', 'receipt', 'refusal', 'use-report')),
  constraint ck_correction_correction_decided check (status = 'open' or decided_at is not null)
);
create index ix_correction_correction_subject on correction_correction (subject_id, id);
create index ix_correction_correction_parent on correction_correction (parent_id, id);
create index ix_correction_correction_proposer on correction_correction (proposer_id, id);
create index ix_correction_correction_approver on correction_correction (approver_id, id);

alter table stream_entry add column voided_by bigint;
alter table stream_stock_take add column voided_by bigint;

-- MariaDB and MySQL drop a check in different words; each reads its own comment. MySQL before 8.0.16 has no checks.
alter table transfer_load add constraint ck_transfer_load_state
  check (status in ('in-transit', 'received', 'refused', 'voided'))
  /*M!100600 , drop constraint ck_transfer_load_status */ /*!80016 , drop check ck_transfer_load_status */;

-- A voided report leaves its month free to be reported again; 0 while it stands.
alter table transfer_use_report add column voided_by bigint default 0 not null;
/* [jooq ignore start] */
drop index uq_transfer_use_report_month on transfer_use_report;
/* [jooq ignore stop] */
create unique index uq_transfer_use_report_standing
  on transfer_use_report (site_id, material_key, month_starts_on, voided_by);
