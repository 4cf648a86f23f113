-- What producers offer and what receivers look for. How much of a lot is available, reserved or fulfilled is not kept
-- here: the ledger's commitment accounts say so.
create table listing_lot (
  id bigint not null,
  version bigint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  organisation_id bigint not null,
  site_id bigint not null,
  stream_id bigint not null,
  material_key varchar(40) character set ascii collate ascii_bin not null,
  class_code varchar(20) character set ascii collate ascii_bin not null,
  code varchar(20) character set ascii collate ascii_bin,
  title varchar(120) not null,
  description varchar(4000),
  sale_method varchar(20) character set ascii collate ascii_bin not null,
  quantity_kind varchar(20) character set ascii collate ascii_bin not null,
  quantity_kg bigint not null,
  price_yuan_per_t decimal(10, 2) not null,
  tax_included boolean not null,
  available_from date not null,
  available_to date not null,
  published_at datetime(6) not null,
  constraint pk_listing_lot primary key (id),
  constraint ck_listing_lot_status check (status in ('published', 'withdrawn', 'closed')),
  constraint ck_listing_lot_sale_method check (sale_method in ('negotiation')),
  constraint ck_listing_lot_quantity_kind check (quantity_kind in ('estimate', 'firm')),
  constraint ck_listing_lot_quantity check (quantity_kg > 0),
  constraint ck_listing_lot_window check (available_from <= available_to)
);
create index ix_listing_lot_organisation on listing_lot (organisation_id, id);
create index ix_listing_lot_stream on listing_lot (stream_id);

create table listing_lot_quality (
  lot_id bigint not null,
  parameter_key varchar(40) character set ascii collate ascii_bin not null,
  line smallint not null,
  minimum decimal(14, 4) not null,
  maximum decimal(14, 4) not null,
  basis varchar(20) character set ascii collate ascii_bin not null,
  constraint pk_listing_lot_quality primary key (lot_id, parameter_key),
  constraint fk_listing_lot_quality_lot foreign key (lot_id) references listing_lot (id),
  constraint ck_listing_lot_quality_range check (minimum <= maximum),
  constraint ck_listing_lot_quality_basis check (basis in ('wet', 'dry', 'as-received', 'none'))
);

create table demand_demand (
  id bigint not null,
  version bigint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  organisation_id bigint not null,
  site_id bigint not null,
  use_key varchar(40) character set ascii collate ascii_bin not null,
  title varchar(120) not null,
  description varchar(4000),
  quantity_kg bigint not null,
  max_delivered_yuan_per_t decimal(10, 2) not null,
  needed_from date not null,
  needed_to date not null,
  published_at datetime(6) not null,
  constraint pk_demand_demand primary key (id),
  constraint ck_demand_demand_status check (status in ('published', 'withdrawn', 'closed')),
  constraint ck_demand_demand_quantity check (quantity_kg > 0),
  constraint ck_demand_demand_window check (needed_from <= needed_to)
);
create index ix_demand_demand_organisation on demand_demand (organisation_id, id);

create table demand_material (
  demand_id bigint not null,
  material_key varchar(40) character set ascii collate ascii_bin not null,
  line smallint not null,
  constraint pk_demand_material primary key (demand_id, material_key),
  constraint fk_demand_material_demand foreign key (demand_id) references demand_demand (id)
);

create table demand_range (
  demand_id bigint not null,
  parameter_key varchar(40) character set ascii collate ascii_bin not null,
  line smallint not null,
  minimum decimal(14, 4),
  maximum decimal(14, 4),
  basis varchar(20) character set ascii collate ascii_bin not null,
  constraint pk_demand_range primary key (demand_id, parameter_key),
  constraint fk_demand_range_demand foreign key (demand_id) references demand_demand (id),
  constraint ck_demand_range_range check (minimum is not null or maximum is not null),
  constraint ck_demand_range_order check (minimum is null or maximum is null or minimum <= maximum),
  constraint ck_demand_range_basis check (basis in ('wet', 'dry', 'as-received', 'none'))
);
