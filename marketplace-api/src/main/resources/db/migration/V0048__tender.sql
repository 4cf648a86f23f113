-- Sales by sealed tender. A bid is a commitment: what it says is not here before its bidder opens it after the closing, so that
-- nobody can read it, whoever has the database. `live_lot_id` keeps a second tender for a lot away while one goes on.
create table tender_tender (
  id bigint not null,
  version bigint not null,
  process_version smallint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  lot_id bigint not null,
  live_lot_id bigint,
  lot_title varchar(120) not null,
  stream_id bigint not null,
  material_key varchar(40) character set ascii collate ascii_bin not null,
  seller_id bigint not null,
  seller_site_id bigint not null,
  quantity_kg bigint not null,
  minimum_price_yuan_per_t decimal(10, 2),
  minimum_bidders smallint not null,
  deposit_fen bigint,
  closes_at datetime(6) not null,
  opening_hours smallint not null,
  opens_until datetime(6) not null,
  remind_at datetime(6) not null,
  award_days smallint not null,
  award_until datetime(6),
  adjusted boolean not null,
  tax_included boolean not null,
  freight_invoice varchar(20) character set ascii collate ascii_bin,
  delivery_radius_km integer,
  governing_scale varchar(20) character set ascii collate ascii_bin not null,
  governing_assay varchar(20) character set ascii collate ascii_bin not null,
  tolerance_pct decimal(4, 2) not null,
  deliver_from date not null,
  deliver_to date not null,
  pollution_terms varchar(4000) not null,
  conditions varchar(2000),
  created_at datetime(6) not null,
  reminded_at datetime(6),
  ended_at datetime(6),
  end_reason varchar(1000),
  winner_id bigint,
  agreement_id bigint,
  constraint pk_tender_tender primary key (id),
  constraint uq_tender_tender_live_lot unique (live_lot_id),
  constraint ck_tender_tender_status check (
    status in ('open', 'opening', 'awarding', 'awarded', 'failed', 'cancelled', 'ended', 'lapsed')),
  constraint ck_tender_tender_live check ((live_lot_id is not null) = (status in ('open', 'opening', 'awarding'))),
  constraint ck_tender_tender_over check ((ended_at is not null) = (live_lot_id is null)),
  constraint ck_tender_tender_awarded check (
    (status = 'awarded') = (agreement_id is not null) and (winner_id is null) = (agreement_id is null)),
  constraint ck_tender_tender_awarding check (status <> 'awarding' or award_until is not null),
  constraint ck_tender_tender_quantity check (quantity_kg > 0),
  constraint ck_tender_tender_deposit check (deposit_fen > 0),
  constraint ck_tender_tender_times check (closes_at < opens_until and created_at < closes_at),
  constraint ck_tender_tender_delivery check (deliver_from <= deliver_to)
);
create index ix_tender_tender_seller on tender_tender (seller_id, id);
create index ix_tender_tender_lot on tender_tender (lot_id, id);
create index ix_tender_tender_closing on tender_tender (status, closes_at);

create table tender_bid (
  id bigint not null,
  version bigint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  tender_id bigint not null,
  bidder_id bigint not null,
  live_bidder_id bigint,
  buyer_site_id bigint not null,
  commitment char(64) character set ascii collate ascii_bin not null,
  message varchar(2000),
  haul_mode varchar(20) character set ascii collate ascii_bin not null,
  distance_source varchar(20) character set ascii collate ascii_bin not null,
  distance_km decimal(8, 1) not null,
  freight_yuan_per_t decimal(10, 2) not null,
  sealed_at datetime(6) not null,
  opened_at datetime(6),
  price_yuan_per_t decimal(10, 2),
  nonce char(64) character set ascii collate ascii_bin,
  passed_over varchar(60) character set ascii collate ascii_bin,
  constraint pk_tender_bid primary key (id),
  constraint uq_tender_bid_live unique (tender_id, live_bidder_id),
  constraint fk_tender_bid_tender foreign key (tender_id) references tender_tender (id),
  constraint ck_tender_bid_status check (status in ('sealed', 'withdrawn', 'opened', 'below-minimum', 'unopened')),
  constraint ck_tender_bid_live check ((live_bidder_id is null) = (status = 'withdrawn')),
  constraint ck_tender_bid_opened check (
    (status in ('opened', 'below-minimum')) = (opened_at is not null)
    and (price_yuan_per_t is null) = (opened_at is null) and (nonce is null) = (opened_at is null))
);
create index ix_tender_bid_bidder on tender_bid (bidder_id, id);

-- What bidders say they transferred to the seller so that their bids count, and what became of it. No money is held here.
create table tender_deposit (
  id bigint not null,
  version bigint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  tender_id bigint not null,
  payer_id bigint not null,
  live_payer_id bigint,
  holder_id bigint not null,
  amount_fen bigint not null,
  bank_reference varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
  paid_on date not null,
  recorded_at datetime(6) not null,
  answered_at datetime(6),
  rejection_reason varchar(1000),
  returned_at datetime(6),
  release_reference varchar(60) character set utf8mb4 collate utf8mb4_bin,
  released_on date,
  forfeit_reason varchar(1000),
  constraint pk_tender_deposit primary key (id),
  constraint uq_tender_deposit_payer unique (tender_id, live_payer_id),
  constraint fk_tender_deposit_tender foreign key (tender_id) references tender_tender (id),
  constraint ck_tender_deposit_status check (status in ('recorded', 'confirmed', 'rejected', 'released', 'forfeited')),
  constraint ck_tender_deposit_live check ((live_payer_id is null) = (status = 'rejected')),
  constraint ck_tender_deposit_answered check ((status = 'recorded') = (answered_at is null)),
  constraint ck_tender_deposit_rejected check ((status = 'rejected') = (rejection_reason is not null)),
  constraint ck_tender_deposit_released check (
    (status = 'released') = (released_on is not null) and (released_on is null) = (release_reference is null)),
  constraint ck_tender_deposit_forfeited check ((status = 'forfeited') = (forfeit_reason is not null)),
  constraint ck_tender_deposit_amount check (amount_fen > 0)
);
create index ix_tender_deposit_payer on tender_deposit (payer_id, id);
create index ix_tender_deposit_holder on tender_deposit (holder_id, status, id);
