-- Agreements as documents. What a version says lies here as the bytes that were hashed, and who signed it; both are only ever
-- inserted. Where a version stands in its course is beside them. `open_agreement_id` keeps a second version from waiting for
-- signatures.
create table deal_document_content (
  document_id bigint not null,
  content mediumblob not null,
  sha256 char(64) character set ascii collate ascii_bin not null,
  constraint pk_deal_document_content primary key (document_id)
);

create table deal_document (
  id bigint not null,
  version bigint not null,
  process_version smallint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  agreement_id bigint not null,
  number integer not null,
  open_agreement_id bigint,
  proposer varchar(20) character set ascii collate ascii_bin,
  proposed_by_id bigint,
  note varchar(1000),
  made_at datetime(6) not null,
  ended_at datetime(6),
  end_reason varchar(1000),
  constraint pk_deal_document primary key (id),
  constraint uq_deal_document_number unique (agreement_id, number),
  constraint uq_deal_document_open unique (open_agreement_id),
  constraint fk_deal_document_agreement foreign key (agreement_id) references deal_agreement (id),
  constraint fk_deal_document_content foreign key (id) references deal_document_content (document_id),
  constraint ck_deal_document_status check (
    status in ('proposed', 'signed-once', 'signed', 'refused', 'withdrawn', 'lapsed')),
  constraint ck_deal_document_open check ((open_agreement_id is not null) = (status in ('proposed', 'signed-once'))),
  constraint ck_deal_document_ended check ((ended_at is null) = (open_agreement_id is not null)),
  constraint ck_deal_document_proposer check (
    proposer in ('seller', 'buyer') and (proposer is null) = (number = 1)
    and (proposer is null) = (proposed_by_id is null) and (proposer is null) = (note is null)),
  constraint ck_deal_document_number check (number >= 1)
);

create table deal_document_signature (
  document_id bigint not null,
  side varchar(20) character set ascii collate ascii_bin not null,
  member_id bigint not null,
  signed_at datetime(6) not null,
  constraint pk_deal_document_signature primary key (document_id, side),
  constraint fk_deal_document_signature_document foreign key (document_id) references deal_document (id),
  constraint ck_deal_document_signature_side check (side in ('seller', 'buyer'))
);

-- That a version was signed on paper, as one side says and the other confirms or not.
create table deal_document_paper (
  id bigint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  document_id bigint not null,
  live_document_id bigint,
  recorder varchar(20) character set ascii collate ascii_bin not null,
  recorded_by_id bigint not null,
  external_number varchar(60) not null,
  signed_on date not null,
  file_id bigint,
  recorded_at datetime(6) not null,
  answered_at datetime(6),
  answered_by_id bigint,
  reason varchar(1000),
  constraint pk_deal_document_paper primary key (id),
  constraint uq_deal_document_paper_live unique (live_document_id),
  constraint fk_deal_document_paper_document foreign key (document_id) references deal_document (id),
  constraint ck_deal_document_paper_status check (status in ('recorded', 'confirmed', 'refused', 'withdrawn')),
  constraint ck_deal_document_paper_live check ((live_document_id is not null) = (status in ('recorded', 'confirmed'))),
  constraint ck_deal_document_paper_answered check (
    (status = 'recorded') = (answered_at is null) and (answered_at is null) = (answered_by_id is null)),
  constraint ck_deal_document_paper_recorder check (recorder in ('seller', 'buyer'))
);
create index ix_deal_document_paper_document on deal_document_paper (document_id);

-- What signed amendments made of the offer's terms; nothing where those stand.
alter table deal_agreement add column deliver_to date;
alter table deal_agreement add column tolerance_pct decimal(4, 2);
alter table deal_agreement add column pollution_terms varchar(4000);

/* [jooq ignore start] */
create trigger tr_deal_document_content_update before update on deal_document_content for each row
  signal sqlstate '45000' set message_text = 'deal_document_content is insert-only: no row is ever changed';
create trigger tr_deal_document_content_delete before delete on deal_document_content for each row
  signal sqlstate '45000' set message_text = 'deal_document_content is insert-only: no row is ever deleted';
create trigger tr_deal_document_signature_update before update on deal_document_signature for each row
  signal sqlstate '45000' set message_text = 'deal_document_signature is insert-only: no row is ever changed';
create trigger tr_deal_document_signature_delete before delete on deal_document_signature for each row
  signal sqlstate '45000' set message_text = 'deal_document_signature is insert-only: no row is ever deleted';
/* [jooq ignore stop] */
