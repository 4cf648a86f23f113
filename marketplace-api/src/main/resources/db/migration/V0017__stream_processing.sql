-- The inside of the plant: processing, whose inputs and outputs are one transfer, and entries that name a related party
-- or the stream at another site to which the tonnes were moved.
alter table stream_entry add column to_stream_id bigint;
alter table stream_entry add column counterparty_id bigint;
alter table stream_entry add column counterparty_name varchar(80) character set utf8mb4 collate utf8mb4_bin;
alter table stream_entry add column counterparty_uscc varchar(18) character set ascii collate ascii_bin;
alter table stream_entry add constraint fk_stream_entry_to_stream
  foreign key (to_stream_id) references stream_stream (id);

create table stream_processing (
  id bigint not null,
  organisation_id bigint not null,
  occurred_on date not null,
  method varchar(30) character set ascii collate ascii_bin,
  note varchar(500) character set utf8mb4 collate utf8mb4_bin,
  beyond_stock_kg bigint not null,
  transfer_id bigint not null,
  recorded_at datetime(6) not null,
  constraint pk_stream_processing primary key (id),
  constraint uq_stream_processing_transfer unique (transfer_id),
  constraint fk_stream_processing_transfer foreign key (transfer_id) references ledger_transfer (id),
  constraint ck_stream_processing_beyond check (beyond_stock_kg >= 0)
);
create index ix_stream_processing_organisation on stream_processing (organisation_id, id);

create table stream_processing_line (
  processing_id bigint not null,
  line smallint not null,
  side varchar(10) character set ascii collate ascii_bin not null,
  stream_id bigint,
  product_name varchar(80) character set utf8mb4 collate utf8mb4_bin,
  quantity_kg bigint not null,
  constraint pk_stream_processing_line primary key (processing_id, line),
  constraint fk_stream_processing_line_processing foreign key (processing_id) references stream_processing (id),
  constraint fk_stream_processing_line_stream foreign key (stream_id) references stream_stream (id),
  constraint ck_stream_processing_line_side check (side in ('input', 'output', 'product')),
  constraint ck_stream_processing_line_what check (
    (side = 'product' and product_name is not null and stream_id is null)
    or (side <> 'product' and product_name is null and stream_id is not null)),
  constraint ck_stream_processing_line_quantity check (quantity_kg > 0)
);
create index ix_stream_processing_line_stream on stream_processing_line (stream_id, processing_id);
