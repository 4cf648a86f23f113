-- A firm may want that a second person stands behind what binds it above a sum. Without a sum nothing has to be approved.
alter table identity_policy add column approval_above_fen bigint;
alter table identity_policy add column administrators_alone boolean default false not null;
alter table identity_policy add constraint ck_identity_policy_approval check (approval_above_fen >= 0);

-- Acts that were asked for and not done yet, as they were asked: about which offer or tender in which version, and with which
-- words where they make an offer (`content`, JSON). `pending_subject_id` keeps a second request about the same thing away
-- while one waits.
create table approval_request (
  id bigint not null,
  process_version smallint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  organisation_id bigint not null,
  act varchar(20) character set ascii collate ascii_bin not null,
  subject_id bigint,
  pending_subject_id bigint,
  subject_version bigint,
  title varchar(120) not null,
  partner_id bigint,
  quantity_kg bigint not null,
  price_yuan_per_t decimal(10, 2) not null,
  sum_fen bigint not null,
  above_fen bigint not null,
  content mediumtext,
  asker_id bigint not null,
  asked_at datetime(6) not null,
  last_day date not null,
  constraint pk_approval_request primary key (id),
  constraint uq_approval_request_pending unique (organisation_id, pending_subject_id),
  constraint ck_approval_request_status check (status in ('pending', 'approved', 'refused', 'withdrawn', 'overtaken')),
  constraint ck_approval_request_act check (act in ('accept', 'propose', 'counter', 'award')),
  constraint ck_approval_request_subject check (
    (act = 'propose') = (subject_id is null) and (subject_id is null) = (subject_version is null)),
  constraint ck_approval_request_pending check (status = 'pending' or pending_subject_id is null),
  constraint ck_approval_request_content check ((act in ('propose', 'counter')) = (content is not null)),
  constraint ck_approval_request_quantity check (quantity_kg > 0),
  constraint ck_approval_request_sum check (sum_fen > above_fen)
);
create index ix_approval_request_organisation on approval_request (organisation_id, status, id);
create index ix_approval_request_subject on approval_request (pending_subject_id);
create index ix_approval_request_due on approval_request (status, last_day);

-- How a request ended, once and for good. The exchange ends those that came to nothing, and then says the cause.
create table approval_decision (
  request_id bigint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  decider_id bigint,
  reason varchar(1000),
  cause varchar(20) character set ascii collate ascii_bin,
  result_id bigint,
  decided_at datetime(6) not null,
  constraint pk_approval_decision primary key (request_id),
  constraint fk_approval_decision_request foreign key (request_id) references approval_request (id),
  constraint ck_approval_decision_status check (status in ('approved', 'refused', 'withdrawn', 'overtaken')),
  constraint ck_approval_decision_decider check ((status = 'overtaken') = (decider_id is null)),
  constraint ck_approval_decision_cause check ((status = 'overtaken') = (cause is not null)),
  constraint ck_approval_decision_reason check ((status = 'refused') = (reason is not null)),
  constraint ck_approval_decision_result check ((status = 'approved') = (result_id is not null))
);
/* [jooq ignore start] */
create trigger tr_approval_decision_update before update on approval_decision for each row
  signal sqlstate '45000' set message_text = 'approval_decision is insert-only: no row is ever changed';
create trigger tr_approval_decision_delete before delete on approval_decision for each row
  signal sqlstate '45000' set message_text = 'approval_decision is insert-only: no row is ever deleted';
/* [jooq ignore stop] */
