-- Tables that a firm sent, what became of each of their lines, and which own numbers name what already.
create table bulk_import (
  id bigint not null,
  organisation_id bigint not null,
  member_id bigint not null,
  member_role varchar(20) character set ascii collate ascii_bin not null,
  kind varchar(40) character set ascii collate ascii_bin,
  dry_run boolean not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  problem varchar(40) character set ascii collate ascii_bin,
  lines_total int,
  lines_created int default 0 not null,
  lines_changed int default 0 not null,
  lines_ignored int default 0 not null,
  lines_refused int default 0 not null,
  lines_unchecked int default 0 not null,
  is_cancel_asked boolean default false not null,
  run smallint default 1 not null,
  attempts smallint default 0 not null,
  leased_by_id bigint,
  leased_until datetime(6),
  created_at datetime(6) not null,
  started_at datetime(6),
  ended_at datetime(6),
  constraint pk_bulk_import primary key (id),
  constraint ck_bulk_import_status check (status in ('queued', 'running', 'ended', 'cancelled', 'failed'))
);
create index ix_bulk_import_organisation on bulk_import (organisation_id, id);
create index ix_bulk_import_status on bulk_import (status, id);

-- A line is there when it has been dealt with, so that an import that was broken off goes on where it was.
create table bulk_line (
  import_id bigint not null,
  run smallint not null,
  sheet smallint not null,
  line int not null,
  sheet_name varchar(100) not null,
  kind varchar(40) character set ascii collate ascii_bin not null,
  reference varchar(100),
  result varchar(20) character set ascii collate ascii_bin not null,
  subject_id bigint,
  faults text,
  constraint pk_bulk_line primary key (import_id, run, sheet, line),
  constraint fk_bulk_line_import foreign key (import_id) references bulk_import (id),
  constraint ck_bulk_line_result check (result in ('created', 'changed', 'ignored', 'refused', 'unchecked'))
);
create index ix_bulk_line_result on bulk_line (import_id, run, result, sheet, line);

create table bulk_reference (
  organisation_id bigint not null,
  kind varchar(40) character set ascii collate ascii_bin not null,
  reference varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
  subject_id bigint not null,
  content_sha256 char(64) character set ascii collate ascii_bin not null,
  constraint pk_bulk_reference primary key (organisation_id, kind, reference)
);

/* [jooq ignore start] */
alter table attachment_file modify media_type varchar(80) character set ascii collate ascii_bin not null;
/* [jooq ignore stop] */
