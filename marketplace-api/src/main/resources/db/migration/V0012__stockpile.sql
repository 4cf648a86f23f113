-- Stockpiles to be cleared, as a document states them, and the reports made of them since.
create table stockpile_stockpile (
  id bigint not null,
  name varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
  name_en varchar(120),
  material_key varchar(40) character set ascii collate ascii_bin,
  stated_kg bigint not null,
  stated_approximately boolean not null,
  stated_in varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  stated_on date not null,
  clear_by date not null,
  owner_name varchar(120) character set utf8mb4 collate utf8mb4_bin,
  latitude decimal(9, 6),
  longitude decimal(9, 6),
  created_at datetime(6) not null,
  version bigint not null,
  constraint pk_stockpile_stockpile primary key (id),
  constraint uq_stockpile_stockpile_name unique (name),
  constraint ck_stockpile_stockpile_stated check (stated_kg > 0)
);

create table stockpile_report (
  id bigint not null,
  stockpile_id bigint not null,
  remaining_kg bigint not null,
  reported_on date not null,
  method varchar(30) character set ascii collate ascii_bin not null,
  source varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  recorded_at datetime(6) not null,
  constraint pk_stockpile_report primary key (id),
  constraint fk_stockpile_report_stockpile foreign key (stockpile_id) references stockpile_stockpile (id),
  constraint ck_stockpile_report_remaining check (remaining_kg >= 0)
);
create index ix_stockpile_report_stockpile on stockpile_report (stockpile_id, reported_on, id);
