-- Files that belong to something else, whose kind and id name it. A file is never changed; its bytes lie in parts, so that
-- neither a statement nor a reader has to hold it whole.
create table attachment_file (
  id bigint not null,
  organisation_id bigint not null,
  subject_kind varchar(40) character set ascii collate ascii_bin not null,
  subject_id bigint not null,
  name varchar(120) not null,
  media_type varchar(40) character set ascii collate ascii_bin not null,
  size_bytes bigint not null,
  sha256 char(64) character set ascii collate ascii_bin not null,
  attached_at datetime(6) not null,
  constraint pk_attachment_file primary key (id),
  constraint uq_attachment_file_content unique (subject_kind, subject_id, sha256),
  constraint ck_attachment_file_size check (size_bytes > 0)
);

create table attachment_part (
  file_id bigint not null,
  line smallint not null,
  bytes mediumblob not null,
  constraint pk_attachment_part primary key (file_id, line),
  constraint fk_attachment_part_file foreign key (file_id) references attachment_file (id)
);
