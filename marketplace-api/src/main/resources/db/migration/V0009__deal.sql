-- Offers, whose terms never change once made, and the agreements that come of them. What an agreement holds reserved or
-- fulfilled is the ledger's to say.
create table deal_offer (
  id bigint not null,
  version bigint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  parent_id bigint,
  proposer varchar(20) character set ascii collate ascii_bin not null,
  lot_id bigint not null,
  lot_title varchar(120) not null,
  stream_id bigint not null,
  material_key varchar(40) character set ascii collate ascii_bin not null,
  demand_id bigint,
  seller_id bigint not null,
  buyer_id bigint not null,
  seller_site_id bigint not null,
  buyer_site_id bigint not null,
  distance_km decimal(8, 1) not null,
  freight_yuan_per_t decimal(10, 2) not null,
  quantity_kg bigint not null,
  price_yuan_per_t decimal(10, 2) not null,
  governing_scale varchar(20) character set ascii collate ascii_bin not null,
  governing_assay varchar(20) character set ascii collate ascii_bin not null,
  tolerance_pct decimal(4, 2) not null,
  deliver_from date not null,
  deliver_to date not null,
  pollution_terms varchar(4000) not null,
  message varchar(2000),
  created_at datetime(6) not null,
  constraint pk_deal_offer primary key (id),
  constraint uq_deal_offer_parent unique (parent_id),
  constraint fk_deal_offer_parent foreign key (parent_id) references deal_offer (id),
  constraint ck_deal_offer_status check (status in ('open', 'accepted', 'declined', 'withdrawn', 'countered')),
  constraint ck_deal_offer_proposer check (proposer in ('seller', 'buyer')),
  constraint ck_deal_offer_parties check (seller_id <> buyer_id),
  constraint ck_deal_offer_quantity check (quantity_kg > 0),
  constraint ck_deal_offer_scale check (governing_scale in ('seller', 'buyer')),
  constraint ck_deal_offer_assay check (governing_assay in ('seller', 'buyer', 'third-party')),
  constraint ck_deal_offer_tolerance check (tolerance_pct >= 0 and tolerance_pct <= 10),
  constraint ck_deal_offer_delivery check (deliver_from <= deliver_to)
);
create index ix_deal_offer_seller on deal_offer (seller_id, id);
create index ix_deal_offer_buyer on deal_offer (buyer_id, id);
create index ix_deal_offer_lot on deal_offer (lot_id, status);

create table deal_agreement (
  id bigint not null,
  number varchar(20) character set ascii collate ascii_bin not null,
  version bigint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  offer_id bigint not null,
  lot_id bigint not null,
  demand_id bigint,
  stream_id bigint not null,
  material_key varchar(40) character set ascii collate ascii_bin not null,
  seller_id bigint not null,
  buyer_id bigint not null,
  quantity_kg bigint not null,
  accepted_at datetime(6) not null,
  ended_at datetime(6),
  end_reason varchar(1000),
  constraint pk_deal_agreement primary key (id),
  constraint uq_deal_agreement_number unique (number),
  constraint uq_deal_agreement_offer unique (offer_id),
  constraint fk_deal_agreement_offer foreign key (offer_id) references deal_offer (id),
  constraint ck_deal_agreement_status check (status in ('active', 'completed', 'cancelled')),
  constraint ck_deal_agreement_quantity check (quantity_kg > 0)
);
create index ix_deal_agreement_seller on deal_agreement (seller_id, id);
create index ix_deal_agreement_buyer on deal_agreement (buyer_id, id);
create index ix_deal_agreement_lot on deal_agreement (lot_id);
create index ix_deal_agreement_demand on deal_agreement (demand_id);
create index ix_deal_agreement_accepted on deal_agreement (accepted_at);

-- The last number given in a year.
create table deal_agreement_number (
  calendar_year smallint not null,
  last_number bigint not null,
  constraint pk_deal_agreement_number primary key (calendar_year)
);
