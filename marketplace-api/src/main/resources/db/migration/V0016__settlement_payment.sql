-- What the parties say happened between their banks: payments, deposits and what became of them, invoices. No money is
-- held here and none is moved.
create table settlement_payment (
  id bigint not null,
  number varchar(20) character set ascii collate ascii_bin not null,
  version bigint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  payer_id bigint not null,
  payee_id bigint not null,
  purpose varchar(20) character set ascii collate ascii_bin not null,
  amount_fen bigint not null,
  paid_on date not null,
  bank_reference varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
  live_bank_reference varchar(60) character set utf8mb4 collate utf8mb4_bin,
  note varchar(1000),
  settled_fen bigint not null,
  prepaid_fen bigint not null,
  recorded_at datetime(6) not null,
  answered_at datetime(6),
  rejection_reason varchar(1000),
  constraint pk_settlement_payment primary key (id),
  constraint uq_settlement_payment_number unique (number),
  constraint uq_settlement_payment_reference unique (payer_id, payee_id, live_bank_reference),
  constraint ck_settlement_payment_status check (status in ('recorded', 'confirmed', 'rejected')),
  constraint ck_settlement_payment_parties check (payer_id <> payee_id),
  constraint ck_settlement_payment_purpose check (purpose in ('due', 'prepayment', 'refund')),
  constraint ck_settlement_payment_amount check (amount_fen > 0),
  constraint ck_settlement_payment_split check (
    settled_fen >= 0 and prepaid_fen >= 0 and settled_fen + prepaid_fen <= amount_fen)
);
create index ix_settlement_payment_payer on settlement_payment (payer_id, id);
create index ix_settlement_payment_payee on settlement_payment (payee_id, id);

create table settlement_deposit (
  id bigint not null,
  version bigint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  agreement_id bigint not null,
  agreement_number varchar(20) character set ascii collate ascii_bin not null,
  lodger_id bigint not null,
  holder_id bigint not null,
  amount_fen bigint not null,
  held_fen bigint not null,
  lodged_on date not null,
  bank_reference varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
  live_bank_reference varchar(60) character set utf8mb4 collate utf8mb4_bin,
  recorded_at datetime(6) not null,
  answered_at datetime(6),
  rejection_reason varchar(1000),
  constraint pk_settlement_deposit primary key (id),
  constraint uq_settlement_deposit_reference unique (lodger_id, holder_id, live_bank_reference),
  constraint ck_settlement_deposit_status check (status in ('recorded', 'held', 'rejected')),
  constraint ck_settlement_deposit_parties check (lodger_id <> holder_id),
  constraint ck_settlement_deposit_held check (amount_fen > 0 and held_fen >= 0 and held_fen <= amount_fen)
);
create index ix_settlement_deposit_lodger on settlement_deposit (lodger_id, id);
create index ix_settlement_deposit_holder on settlement_deposit (holder_id, id);
create index ix_settlement_deposit_agreement on settlement_deposit (agreement_id);

create table settlement_deposit_move (
  id bigint not null,
  deposit_id bigint not null,
  kind varchar(20) character set ascii collate ascii_bin not null,
  amount_fen bigint not null,
  occurred_on date not null,
  reason varchar(1000) not null,
  recorded_at datetime(6) not null,
  constraint pk_settlement_deposit_move primary key (id),
  constraint fk_settlement_deposit_move_deposit foreign key (deposit_id) references settlement_deposit (id),
  constraint ck_settlement_deposit_move_kind check (kind in ('release', 'forfeit', 'offset')),
  constraint ck_settlement_deposit_move_amount check (amount_fen > 0)
);
create index ix_settlement_deposit_move_deposit on settlement_deposit_move (deposit_id, id);

-- Whether a seller ties dispatch under an agreement to what the buyer paid ahead. Facts are never refused: beyond it a
-- load is only flagged.
create table settlement_pickup_limit (
  agreement_id bigint not null,
  version bigint not null,
  active boolean not null,
  changed_at datetime(6) not null,
  constraint pk_settlement_pickup_limit primary key (agreement_id)
);

-- Invoices as they were issued elsewhere. `unique_number` joins code and number, because the older paper kinds repeat
-- numbers from book to book.
create table settlement_invoice (
  id bigint not null,
  issuer_id bigint not null,
  receiver_id bigint not null,
  recorded_by_id bigint not null,
  kind varchar(20) character set ascii collate ascii_bin not null,
  code varchar(12) character set ascii collate ascii_bin,
  number varchar(20) character set ascii collate ascii_bin not null,
  unique_number varchar(40) character set ascii collate ascii_bin not null,
  issued_on date not null,
  net_fen bigint not null,
  vat_rate_bp integer,
  vat_fen bigint not null,
  gross_fen bigint not null,
  reverses_id bigint,
  recorded_at datetime(6) not null,
  constraint pk_settlement_invoice primary key (id),
  constraint uq_settlement_invoice_number unique (issuer_id, unique_number),
  constraint fk_settlement_invoice_reverses foreign key (reverses_id) references settlement_invoice (id),
  constraint ck_settlement_invoice_parties check (issuer_id <> receiver_id),
  constraint ck_settlement_invoice_kind check (kind in ('special', 'ordinary')),
  constraint ck_settlement_invoice_gross check (gross_fen = net_fen + vat_fen),
  constraint ck_settlement_invoice_red check ((gross_fen < 0) = (reverses_id is not null)),
  constraint ck_settlement_invoice_rate check (vat_rate_bp is null or (vat_rate_bp >= 0 and vat_rate_bp <= 10000))
);
create index ix_settlement_invoice_issuer on settlement_invoice (issuer_id, id);
create index ix_settlement_invoice_receiver on settlement_invoice (receiver_id, id);

create table settlement_invoice_statement (
  invoice_id bigint not null,
  statement_id bigint not null,
  gross_fen bigint not null,
  constraint pk_settlement_invoice_statement primary key (invoice_id, statement_id),
  constraint fk_settlement_invoice_statement_invoice foreign key (invoice_id) references settlement_invoice (id),
  constraint fk_settlement_invoice_statement_statement foreign key (statement_id) references settlement_statement (id)
);
create index ix_settlement_invoice_statement_statement on settlement_invoice_statement (statement_id);
