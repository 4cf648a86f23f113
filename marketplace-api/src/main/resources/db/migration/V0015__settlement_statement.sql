-- Money between two parties, as far as it comes from loads: laboratory results that decide what is settled, and the
-- monthly statements that both parties agree to. What is owed is the ledger's to say; here is what was said and agreed.
-- `live_` columns hold the same as their neighbour while the row counts and nothing afterwards, so that a unique key
-- keeps a load from standing on two statements that count.
create table settlement_number (
  kind varchar(20) character set ascii collate ascii_bin not null,
  calendar_year smallint not null,
  last_number bigint not null,
  constraint pk_settlement_number primary key (kind, calendar_year)
);

-- The rate of value added tax at which an organisation invoices, as it says itself, in hundredths of a percent. There
-- is no rate until somebody states one.
create table settlement_vat (
  organisation_id bigint not null,
  version bigint not null,
  rate_bp integer,
  stated_at datetime(6) not null,
  constraint pk_settlement_vat primary key (organisation_id),
  constraint ck_settlement_vat_rate check (rate_bp is null or (rate_bp >= 0 and rate_bp <= 10000))
);

create table settlement_assay (
  id bigint not null,
  version bigint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  agreement_id bigint not null,
  agreement_number varchar(20) character set ascii collate ascii_bin not null,
  seller_id bigint not null,
  buyer_id bigint not null,
  recorded_by varchar(20) character set ascii collate ascii_bin not null,
  laboratory varchar(120) not null,
  report_number varchar(60) not null,
  sampled_on date not null,
  moisture_pct decimal(5, 2),
  impurity_pct decimal(5, 2),
  moisture_basis_pct decimal(5, 2) not null,
  impurity_basis_pct decimal(5, 2) not null,
  deduction_rule varchar(20) character set ascii collate ascii_bin not null,
  recorded_at datetime(6) not null,
  withdrawn_at datetime(6),
  constraint pk_settlement_assay primary key (id),
  constraint ck_settlement_assay_status check (status in ('valid', 'withdrawn')),
  constraint ck_settlement_assay_by check (recorded_by in ('seller', 'buyer')),
  constraint ck_settlement_assay_rule check (deduction_rule in ('excess-points', 'dry-matter')),
  constraint ck_settlement_assay_basis check (
    moisture_basis_pct >= 0 and moisture_basis_pct < 100 and impurity_basis_pct >= 0 and impurity_basis_pct <= 100)
);
create index ix_settlement_assay_seller on settlement_assay (seller_id, id);
create index ix_settlement_assay_buyer on settlement_assay (buyer_id, id);

create table settlement_assay_load (
  assay_id bigint not null,
  load_id bigint not null,
  live_load_id bigint,
  constraint pk_settlement_assay_load primary key (assay_id, load_id),
  constraint uq_settlement_assay_load_live unique (live_load_id),
  constraint fk_settlement_assay_load_assay foreign key (assay_id) references settlement_assay (id)
);

create table settlement_assay_result (
  assay_id bigint not null,
  parameter_key varchar(40) character set ascii collate ascii_bin not null,
  measured decimal(14, 4) not null,
  constraint pk_settlement_assay_result primary key (assay_id, parameter_key),
  constraint fk_settlement_assay_result_assay foreign key (assay_id) references settlement_assay (id)
);

create table settlement_statement (
  id bigint not null,
  number varchar(20) character set ascii collate ascii_bin not null,
  version bigint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  seller_id bigint not null,
  buyer_id bigint not null,
  drafted_by varchar(20) character set ascii collate ascii_bin not null,
  month_starts_on date not null,
  corrects_id bigint,
  tax_included boolean not null,
  vat_rate_bp integer,
  use_prepayment boolean not null,
  freight_basis varchar(20) character set ascii collate ascii_bin,
  freight_yuan decimal(10, 2),
  freight_payer varchar(20) character set ascii collate ascii_bin,
  note varchar(1000),
  loads integer not null,
  accepted_kg bigint not null,
  settled_kg bigint not null,
  goods_fen bigint not null,
  freight_fen bigint not null,
  net_fen bigint not null,
  vat_fen bigint,
  gross_fen bigint not null,
  prepaid_fen bigint not null,
  drafted_at datetime(6) not null,
  agreed_at datetime(6),
  ended_at datetime(6),
  dispute_reason varchar(1000),
  constraint pk_settlement_statement primary key (id),
  constraint uq_settlement_statement_number unique (number),
  constraint fk_settlement_statement_corrects foreign key (corrects_id) references settlement_statement (id),
  constraint ck_settlement_statement_status check (status in ('proposed', 'disputed', 'agreed', 'withdrawn')),
  constraint ck_settlement_statement_parties check (seller_id <> buyer_id),
  constraint ck_settlement_statement_by check (drafted_by in ('seller', 'buyer')),
  constraint ck_settlement_statement_agreed check (status <> 'agreed' or agreed_at is not null),
  constraint ck_settlement_statement_gross check (gross_fen = net_fen + coalesce(vat_fen, 0)),
  constraint ck_settlement_statement_vat check ((vat_fen is null) = (vat_rate_bp is null)),
  constraint ck_settlement_statement_freight check (
    (freight_basis is null and freight_yuan is null and freight_payer is null)
    or (freight_basis in ('per-load', 'per-t') and freight_yuan > 0 and freight_payer in ('seller', 'buyer'))),
  constraint ck_settlement_statement_prepaid check (prepaid_fen >= 0)
);
create index ix_settlement_statement_seller on settlement_statement (seller_id, id);
create index ix_settlement_statement_buyer on settlement_statement (buyer_id, id);
create index ix_settlement_statement_month on settlement_statement (seller_id, buyer_id, month_starts_on);

create table settlement_line (
  id bigint not null,
  statement_id bigint not null,
  place integer not null,
  kind varchar(20) character set ascii collate ascii_bin not null,
  load_id bigint not null,
  load_number varchar(20) character set ascii collate ascii_bin not null,
  agreement_id bigint not null,
  agreement_number varchar(20) character set ascii collate ascii_bin not null,
  material_key varchar(40) character set ascii collate ascii_bin not null,
  received_on date not null,
  origin_ticket varchar(60) not null,
  destination_ticket varchar(60) not null,
  accepted_kg bigint not null,
  deduction_kg bigint not null,
  settled_kg bigint not null,
  assay_id bigint,
  price_yuan_per_t decimal(10, 2) not null,
  amount_fen bigint not null,
  freight_fen bigint not null,
  live_load_id bigint,
  corrects_line_id bigint,
  live_corrects_line_id bigint,
  constraint pk_settlement_line primary key (id),
  constraint uq_settlement_line_place unique (statement_id, place),
  constraint uq_settlement_line_load unique (live_load_id),
  constraint uq_settlement_line_corrects unique (live_corrects_line_id),
  constraint fk_settlement_line_statement foreign key (statement_id) references settlement_statement (id),
  constraint fk_settlement_line_corrects foreign key (corrects_line_id) references settlement_line (id),
  constraint fk_settlement_line_assay foreign key (assay_id) references settlement_assay (id),
  constraint ck_settlement_line_kind check (kind in ('load', 'reversal', 'replacement')),
  constraint ck_settlement_line_live check (live_load_id is null or kind = 'load'),
  constraint ck_settlement_line_corrects check ((kind = 'reversal') = (corrects_line_id is not null)),
  constraint ck_settlement_line_sign check (kind = 'reversal' or settled_kg >= 0)
);
create index ix_settlement_line_load on settlement_line (load_id);
create index ix_settlement_line_agreement on settlement_line (agreement_id, received_on);

-- Statements ask for what a pair received in a month.
create index ix_transfer_load_pair on transfer_load (seller_id, buyer_id, received_at);
