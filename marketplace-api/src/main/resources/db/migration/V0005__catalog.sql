-- Reference data as they were last loaded from the data files: who starts next compares, instances share one state, and
-- what vanished from a file is retired, so that older records keep the name of what they speak of. One row per line of a
-- file; `fields` is that line as a JSON object of texts, because the files, not these tables, are what an auditor amends.
create table catalog_head (
  id bigint not null,
  revision bigint not null,
  constraint pk_catalog_head primary key (id)
);
insert into catalog_head (id, revision) values (1, 0);

create table catalog_dataset (
  name varchar(40) character set ascii collate ascii_bin not null,
  edition varchar(200) character set utf8mb4 collate utf8mb4_bin not null,
  source text character set utf8mb4 collate utf8mb4_bin not null,
  row_count int not null,
  sha256 varchar(64) character set ascii collate ascii_bin not null,
  loaded_at datetime(6) not null,
  constraint pk_catalog_dataset primary key (name),
  constraint ck_catalog_dataset_rows check (row_count >= 0)
);

create table catalog_row (
  dataset varchar(40) character set ascii collate ascii_bin not null,
  row_key varchar(120) character set utf8mb4 collate utf8mb4_bin not null,
  line int not null,
  fields text character set utf8mb4 collate utf8mb4_bin not null,
  retired_at datetime(6),
  constraint pk_catalog_row primary key (dataset, row_key),
  constraint fk_catalog_row_dataset foreign key (dataset) references catalog_dataset (name)
);
