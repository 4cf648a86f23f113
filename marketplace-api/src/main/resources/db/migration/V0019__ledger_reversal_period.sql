-- A transfer is taken back at most once; and organisations close their months, after which nothing that happened in one
-- is posted to their books any more.
create unique index uq_ledger_transfer_reverses on ledger_transfer (reverses_id);

create table ledger_period_lock (
  organisation_id bigint not null,
  month_starts_on date not null,
  closed_at datetime(6) not null,
  reopened_at datetime(6),
  reopen_reason varchar(1000) character set utf8mb4 collate utf8mb4_bin,
  constraint pk_ledger_period_lock primary key (organisation_id, month_starts_on)
);
