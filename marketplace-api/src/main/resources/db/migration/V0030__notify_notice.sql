-- Notices to an organisation, numbered from 1. The number is taken under the lock of the organisation's head and so
-- follows the order of commits: who has read up to a number misses nothing that commits later.
create table notify_head (
  organisation_id bigint not null,
  last_number bigint not null,
  constraint pk_notify_head primary key (organisation_id)
);

-- `event` names what happened, once per receiver and kind: who tells it again tells nothing.
create table notify_notice (
  organisation_id bigint not null,
  number bigint not null,
  kind varchar(40) character set ascii collate ascii_bin not null,
  event varchar(100) character set ascii collate ascii_bin not null,
  subjects longtext character set utf8mb4 collate utf8mb4_bin not null,
  facts longtext character set utf8mb4 collate utf8mb4_bin not null,
  sent_at datetime(6) not null,
  constraint pk_notify_notice primary key (organisation_id, number),
  constraint uq_notify_notice_event unique (organisation_id, kind, event),
  constraint ck_notify_notice_number check (number > 0)
);
create index ix_notify_notice_sent on notify_notice (sent_at);

-- What a member has read: all up to `read_to`, and single ones beyond it.
create table notify_reader (
  member_id bigint not null,
  organisation_id bigint not null,
  read_to bigint not null,
  constraint pk_notify_reader primary key (member_id)
);
create table notify_reading (
  organisation_id bigint not null,
  number bigint not null,
  member_id bigint not null,
  constraint pk_notify_reading primary key (organisation_id, number, member_id)
);
