-- The double-entry ledger of commitment, mass and money. Accounts, transfers and postings are only ever inserted; a
-- balance is the running sum of an account's postings and the head is the one row for which all who post queue.
create table ledger_head (
  id bigint not null,
  transfers bigint not null,
  constraint pk_ledger_head primary key (id)
);
insert into ledger_head (id, transfers) values (1, 0);

create table ledger_account (
  id bigint not null,
  account_key varchar(160) character set ascii collate ascii_bin not null,
  unit varchar(15) character set ascii collate ascii_bin not null,
  kind varchar(30) character set ascii collate ascii_bin not null,
  owner_id bigint not null,
  subject_id bigint,
  site_id bigint,
  stream_id bigint,
  material_key varchar(40) character set ascii collate ascii_bin,
  generation_year smallint,
  opened_at datetime(6) not null,
  constraint pk_ledger_account primary key (id),
  constraint uq_ledger_account_key unique (account_key),
  constraint ck_ledger_account_unit check (unit in ('commitment-kg', 'mass-kg', 'money-fen'))
);
create index ix_ledger_account_stream on ledger_account (stream_id, kind);
create index ix_ledger_account_owner on ledger_account (owner_id, kind);
create index ix_ledger_account_subject on ledger_account (subject_id, kind);

create table ledger_balance (
  account_id bigint not null,
  limited smallint not null,
  debit_total bigint not null,
  credit_total bigint not null,
  constraint pk_ledger_balance primary key (account_id),
  constraint fk_ledger_balance_account foreign key (account_id) references ledger_account (id),
  constraint ck_ledger_balance_totals check (debit_total >= 0 and credit_total >= 0),
  constraint ck_ledger_balance_limit check (limited = 0 or debit_total >= credit_total)
);

create table ledger_transfer (
  id bigint not null,
  kind varchar(30) character set ascii collate ascii_bin not null,
  reference varchar(80) character set ascii collate ascii_bin not null,
  organisation_id bigint not null,
  subject_id bigint not null,
  occurred_at datetime(6) not null,
  occurred_on date not null,
  recorded_at datetime(6) not null,
  constraint pk_ledger_transfer primary key (id),
  constraint uq_ledger_transfer_reference unique (reference)
);
create index ix_ledger_transfer_subject on ledger_transfer (subject_id, id);
create index ix_ledger_transfer_occurred on ledger_transfer (occurred_on, kind);

create table ledger_posting (
  id bigint not null,
  transfer_id bigint not null,
  line smallint not null,
  unit varchar(15) character set ascii collate ascii_bin not null,
  debit_account_id bigint not null,
  credit_account_id bigint not null,
  amount bigint not null,
  constraint pk_ledger_posting primary key (id),
  constraint uq_ledger_posting_line unique (transfer_id, line),
  constraint fk_ledger_posting_transfer foreign key (transfer_id) references ledger_transfer (id),
  constraint fk_ledger_posting_debit foreign key (debit_account_id) references ledger_account (id),
  constraint fk_ledger_posting_credit foreign key (credit_account_id) references ledger_account (id),
  constraint ck_ledger_posting_amount check (amount > 0),
  constraint ck_ledger_posting_accounts check (debit_account_id <> credit_account_id)
);
create index ix_ledger_posting_debit on ledger_posting (debit_account_id, id);
create index ix_ledger_posting_credit on ledger_posting (credit_account_id, id);
