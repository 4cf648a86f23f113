-- Makes the ledger provable. Accounts and postings are numbered without gaps in the order in which they were recorded,
-- each posting says what its two accounts hold after it, and blocks seal them: a block holds the hash of the block
-- before it, the Merkle root of its postings, new accounts and closings, and a signature. docs/ledger.md says how each
-- row is hashed. Rows from before this migration are numbered here and sealed by the first block.
alter table ledger_account add column account_number bigint not null;
alter table ledger_account add column counterparty_id bigint;
alter table ledger_account add column limited smallint not null;
alter table ledger_transfer add column reverses_id bigint;
alter table ledger_posting add column debit_after bigint not null;
alter table ledger_posting add column credit_after bigint not null;
alter table ledger_balance add column closed smallint default 0 not null;

alter table ledger_head add column block_number bigint default 0 not null;
alter table ledger_head add column block_hash binary(32);
alter table ledger_head add column recorded_at datetime(6);
alter table ledger_head add column last_posting bigint default 0 not null;
alter table ledger_head add column last_account bigint default 0 not null;

/* [jooq ignore start] */
update ledger_account a
  join (select id, row_number() over (order by id) as place from ledger_account) o on o.id = a.id
  join ledger_balance b on b.account_id = a.id
  set a.account_number = o.place, a.limited = b.limited;

update ledger_posting p
  join (select id, row_number() over (order by id) as place from ledger_posting) o on o.id = p.id
  set p.id = o.place;

update ledger_posting p
  join (
    select posting_id, account_id, sum(change_by) over (partition by account_id order by posting_id) as held
      from (
        select id as posting_id, debit_account_id as account_id, amount as change_by from ledger_posting
        union all
        select id, credit_account_id, -amount from ledger_posting) changes) d
    on d.posting_id = p.id and d.account_id = p.debit_account_id
  join (
    select posting_id, account_id, sum(change_by) over (partition by account_id order by posting_id) as held
      from (
        select id as posting_id, debit_account_id as account_id, amount as change_by from ledger_posting
        union all
        select id, credit_account_id, -amount from ledger_posting) changes) c
    on c.posting_id = p.id and c.account_id = p.credit_account_id
  set p.debit_after = d.held, p.credit_after = c.held;

update ledger_head set
  block_hash = unhex(repeat('00', 32)),
  last_posting = (select count(*) from ledger_posting),
  last_account = (select count(*) from ledger_account);
/* [jooq ignore stop] */

alter table ledger_account add constraint uq_ledger_account_number unique (account_number);
alter table ledger_transfer add constraint fk_ledger_transfer_reverses
  foreign key (reverses_id) references ledger_transfer (id);

-- The keys that blocks are signed with.
create table ledger_key (
  key_id varchar(32) character set ascii collate ascii_bin not null,
  public_key binary(32) not null,
  first_used_at datetime(6) not null,
  constraint pk_ledger_key primary key (key_id)
);

create table ledger_block (
  block_number bigint not null,
  previous_hash binary(32) not null,
  recorded_at datetime(6) not null,
  last_posting bigint not null,
  last_account bigint not null,
  postings integer not null,
  accounts integer not null,
  closings integer not null,
  root binary(32) not null,
  hash binary(32) not null,
  key_id varchar(32) character set ascii collate ascii_bin not null,
  signature binary(64) not null,
  constraint pk_ledger_block primary key (block_number),
  constraint fk_ledger_block_key foreign key (key_id) references ledger_key (key_id),
  constraint ck_ledger_block_counts check (postings >= 0 and accounts >= 0 and closings >= 0)
);
create index ix_ledger_block_posting on ledger_block (last_posting);
create index ix_ledger_block_account on ledger_block (last_account);
create index ix_ledger_block_recorded on ledger_block (recorded_at);

-- Accounts that take nothing any more.
create table ledger_closing (
  account_id bigint not null,
  block_number bigint not null,
  closed_at datetime(6) not null,
  constraint pk_ledger_closing primary key (account_id),
  constraint fk_ledger_closing_account foreign key (account_id) references ledger_account (id)
);
create index ix_ledger_closing_block on ledger_closing (block_number);

-- What moved through an account, by the day on which it happened and the day on which it was recorded (China Standard
-- Time). Derived from the postings up to the one that ledger_day_head names; the rest is read from the postings.
create table ledger_day (
  account_id bigint not null,
  occurred_on date not null,
  recorded_on date not null,
  debit_total bigint not null,
  credit_total bigint not null,
  constraint pk_ledger_day primary key (account_id, occurred_on, recorded_on)
);

create table ledger_day_head (
  id bigint not null,
  last_posting bigint not null,
  constraint pk_ledger_day_head primary key (id)
);
insert into ledger_day_head (id, last_posting) values (1, 0);
