-- What a stream is expected to generate in each month of a usual year, as its producer states it.
create table stream_profile (
  stream_id bigint not null,
  version bigint not null,
  stated_at datetime(6) not null,
  constraint pk_stream_profile primary key (stream_id),
  constraint fk_stream_profile_stream foreign key (stream_id) references stream_stream (id)
);

create table stream_profile_month (
  stream_id bigint not null,
  month smallint not null,
  generation_kg bigint not null,
  constraint pk_stream_profile_month primary key (stream_id, month),
  constraint fk_stream_profile_month_profile foreign key (stream_id) references stream_profile (stream_id),
  constraint ck_stream_profile_month_month check (month between 1 and 12),
  constraint ck_stream_profile_month_kg check (generation_kg >= 0)
);
