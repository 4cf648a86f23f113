-- How a firm wants its members to trade. A firm without a row has said nothing.
create table identity_policy (
  organisation_id bigint not null,
  version bigint not null,
  lots_reviewed boolean not null,
  changed_at datetime(6) not null,
  constraint pk_identity_policy primary key (organisation_id)
);

-- Lots, or changes of lots, that somebody prepares; they promise nothing. `content` is what was typed so far, as JSON,
-- and once submitted a whole lot as the API takes it. A draft that is published is gone.
create table listing_draft (
  id bigint not null,
  version bigint not null,
  organisation_id bigint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  lot_id bigint,
  title varchar(120),
  content mediumtext not null,
  author_id bigint not null,
  submitter_id bigint,
  submitted_at datetime(6),
  return_reason varchar(1000),
  created_at datetime(6) not null,
  changed_at datetime(6) not null,
  constraint pk_listing_draft primary key (id),
  constraint ck_listing_draft_status check (status in ('draft', 'in-review', 'returned')),
  constraint ck_listing_draft_submitted check (status = 'draft' or (submitter_id is not null and submitted_at is not null)),
  constraint ck_listing_draft_returned check (status <> 'returned' or return_reason is not null)
);
create index ix_listing_draft_organisation on listing_draft (organisation_id, id);
