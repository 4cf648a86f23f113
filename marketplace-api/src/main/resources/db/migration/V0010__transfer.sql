-- Loads with the weights of both ends, and the receivers' monthly reports of use. The tonnes themselves are in the
-- ledger; what is kept here is what was weighed and said.
create table transfer_load (
  id bigint not null,
  number varchar(20) character set ascii collate ascii_bin not null,
  version bigint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  agreement_id bigint not null,
  agreement_number varchar(20) character set ascii collate ascii_bin not null,
  stream_id bigint not null,
  material_key varchar(40) character set ascii collate ascii_bin not null,
  seller_id bigint not null,
  buyer_id bigint not null,
  seller_site_id bigint not null,
  buyer_site_id bigint not null,
  plate varchar(20) not null,
  carrier varchar(120),
  manifest_number varchar(60),
  origin_ticket varchar(60) not null,
  origin_gross_kg bigint not null,
  origin_tare_kg bigint not null,
  dispatched_at datetime(6) not null,
  beyond_stock_kg bigint not null,
  beyond_agreement_kg bigint not null,
  destination_ticket varchar(60),
  destination_gross_kg bigint,
  destination_tare_kg bigint,
  received_at datetime(6),
  rejected_kg bigint,
  accepted_kg bigint,
  settled_kg bigint,
  deduction_kg bigint,
  moisture_pct decimal(5, 2),
  difference_beyond_tolerance boolean,
  receipt_note varchar(1000),
  refused_at datetime(6),
  refusal_reason varchar(1000),
  constraint pk_transfer_load primary key (id),
  constraint uq_transfer_load_number unique (number),
  constraint ck_transfer_load_status check (status in ('in-transit', 'received', 'refused')),
  constraint ck_transfer_load_origin check (origin_gross_kg > origin_tare_kg and origin_tare_kg > 0),
  constraint ck_transfer_load_destination check (
    destination_gross_kg is null or (destination_gross_kg > destination_tare_kg and destination_tare_kg > 0)),
  constraint ck_transfer_load_received check (status <> 'received' or (received_at is not null and accepted_kg > 0)),
  constraint ck_transfer_load_refused check (status <> 'refused' or refused_at is not null),
  constraint ck_transfer_load_beyond check (beyond_stock_kg >= 0 and beyond_agreement_kg >= 0)
);
create index ix_transfer_load_agreement on transfer_load (agreement_id, id);
create index ix_transfer_load_seller on transfer_load (seller_id, id);
create index ix_transfer_load_buyer on transfer_load (buyer_id, id);

-- How a load divides over the years in which its tonnes were generated.
create table transfer_load_part (
  load_id bigint not null,
  generation_year smallint not null,
  origin_kg bigint not null,
  constraint pk_transfer_load_part primary key (load_id, generation_year),
  constraint fk_transfer_load_part_load foreign key (load_id) references transfer_load (id),
  constraint ck_transfer_load_part_origin check (origin_kg > 0)
);

-- The last number given in a year.
create table transfer_load_number (
  calendar_year smallint not null,
  last_number bigint not null,
  constraint pk_transfer_load_number primary key (calendar_year)
);

create table transfer_use_report (
  id bigint not null,
  organisation_id bigint not null,
  site_id bigint not null,
  material_key varchar(40) character set ascii collate ascii_bin not null,
  month_starts_on date not null,
  opening_kg bigint not null,
  received_kg bigint not null,
  consumed_kg bigint not null,
  beyond_heap_kg bigint not null,
  declared_closing_kg bigint,
  use_key varchar(40) character set ascii collate ascii_bin not null,
  allocation_rule varchar(20) character set ascii collate ascii_bin not null,
  note varchar(1000),
  reported_at datetime(6) not null,
  constraint pk_transfer_use_report primary key (id),
  constraint uq_transfer_use_report_month unique (site_id, material_key, month_starts_on),
  constraint ck_transfer_use_report_kg check (consumed_kg >= 0 and beyond_heap_kg >= 0 and beyond_heap_kg <= consumed_kg),
  constraint ck_transfer_use_report_rule check (allocation_rule in ('pro-rata'))
);
create index ix_transfer_use_report_organisation on transfer_use_report (organisation_id, id);

-- From which origins a month's consumption was taken.
create table transfer_use_part (
  report_id bigint not null,
  stream_id bigint not null,
  generation_year smallint not null,
  kg bigint not null,
  constraint pk_transfer_use_part primary key (report_id, stream_id, generation_year),
  constraint fk_transfer_use_part_report foreign key (report_id) references transfer_use_report (id),
  constraint ck_transfer_use_part_kg check (kg > 0)
);
