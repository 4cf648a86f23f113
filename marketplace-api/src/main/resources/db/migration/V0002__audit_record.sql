-- Who did what. Written in the transaction of the act; insert only.
create table audit_record (
  id bigint not null,
  recorded_at datetime(6) not null,
  member_id bigint,
  organisation_id bigint,
  action varchar(60) character set ascii collate ascii_bin not null,
  subject_type varchar(30) character set ascii collate ascii_bin not null,
  subject_id bigint not null,
  facts text not null,
  constraint pk_audit_record primary key (id)
);
create index ix_audit_record_subject on audit_record (subject_id, id);
create index ix_audit_record_organisation on audit_record (organisation_id, id);
