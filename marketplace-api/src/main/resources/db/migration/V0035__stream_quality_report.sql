-- What laboratories found in a stream. A report is never changed: one with a mistake is withdrawn and recorded again, so
-- that only one that stands (live = 1) may have a laboratory's number.
create table stream_quality_report (
  id bigint not null,
  version bigint not null,
  organisation_id bigint not null,
  stream_id bigint not null,
  live smallint,
  laboratory varchar(120) not null,
  report_number varchar(60) character set utf8mb4 collate utf8mb4_bin not null,
  method varchar(200),
  sampled_on date not null,
  reported_on date not null,
  valid_to date,
  shared boolean not null,
  note varchar(500),
  recorded_at datetime(6) not null,
  withdrawn_at datetime(6),
  withdrawal_reason varchar(500),
  warned_at datetime(6),
  constraint pk_stream_quality_report primary key (id),
  constraint uq_stream_quality_report_number unique (stream_id, laboratory, report_number, live),
  constraint fk_stream_quality_report_stream foreign key (stream_id) references stream_stream (id),
  constraint ck_stream_quality_report_live check (live = 1),
  constraint ck_stream_quality_report_days check (
    sampled_on <= reported_on and (valid_to is null or reported_on <= valid_to)),
  constraint ck_stream_quality_report_withdrawn check (
    (live is null) = (withdrawn_at is not null)
    and (withdrawn_at is null) = (withdrawal_reason is null))
);
create index ix_stream_quality_report_stream on stream_quality_report (stream_id, id);
create index ix_stream_quality_report_valid on stream_quality_report (live, valid_to);

create table stream_quality_value (
  report_id bigint not null,
  parameter_key varchar(40) character set ascii collate ascii_bin not null,
  line smallint not null,
  basis varchar(20) character set ascii collate ascii_bin not null,
  minimum decimal(14, 4) not null,
  maximum decimal(14, 4) not null,
  constraint pk_stream_quality_value primary key (report_id, parameter_key),
  constraint fk_stream_quality_value_report foreign key (report_id) references stream_quality_report (id),
  constraint ck_stream_quality_value_basis check (basis in ('wet', 'dry', 'as-received', 'none')),
  constraint ck_stream_quality_value_ends check (minimum <= maximum)
);
