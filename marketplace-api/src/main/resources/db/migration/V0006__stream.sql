-- Waste streams of producers, what was recorded of them, and stock-takes. Tonnes themselves are in the ledger.
create table stream_stream (
  id bigint not null,
  organisation_id bigint not null,
  site_id bigint not null,
  material_key varchar(40) character set ascii collate ascii_bin not null,
  class_code varchar(4) character set ascii collate ascii_bin not null,
  code varchar(11) character set ascii collate ascii_bin,
  code_scheme varchar(20) character set ascii collate ascii_bin,
  name varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
  process varchar(200) character set utf8mb4 collate utf8mb4_bin,
  created_at datetime(6) not null,
  version bigint not null,
  constraint pk_stream_stream primary key (id),
  constraint uq_stream_stream_name unique (organisation_id, name)
);
create index ix_stream_stream_organisation on stream_stream (organisation_id, id);

create table stream_entry (
  id bigint not null,
  stream_id bigint not null,
  kind varchar(30) character set ascii collate ascii_bin not null,
  quantity_kg bigint not null,
  occurred_on date not null,
  generation_year smallint,
  method varchar(30) character set ascii collate ascii_bin,
  note varchar(500) character set utf8mb4 collate utf8mb4_bin,
  transfer_id bigint not null,
  recorded_at datetime(6) not null,
  constraint pk_stream_entry primary key (id),
  constraint uq_stream_entry_transfer unique (transfer_id),
  constraint fk_stream_entry_stream foreign key (stream_id) references stream_stream (id),
  constraint fk_stream_entry_transfer foreign key (transfer_id) references ledger_transfer (id),
  constraint ck_stream_entry_quantity check (quantity_kg > 0)
);
create index ix_stream_entry_stream on stream_entry (stream_id, id);

create table stream_stock_take (
  id bigint not null,
  stream_id bigint not null,
  occurred_on date not null,
  method varchar(30) character set ascii collate ascii_bin not null,
  counted_kg bigint not null,
  ledger_kg bigint not null,
  cleared_kg bigint not null,
  note varchar(500) character set utf8mb4 collate utf8mb4_bin,
  transfer_id bigint,
  recorded_at datetime(6) not null,
  constraint pk_stream_stock_take primary key (id),
  constraint fk_stream_stock_take_stream foreign key (stream_id) references stream_stream (id),
  constraint ck_stream_stock_take_counted check (counted_kg >= 0),
  constraint ck_stream_stock_take_cleared check (cleared_kg >= 0)
);
create index ix_stream_stock_take_stream on stream_stock_take (stream_id, occurred_on, id);
