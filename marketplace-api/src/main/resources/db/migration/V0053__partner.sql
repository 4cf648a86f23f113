-- With whom a firm trades: buyers that its own safety and environment department has approved, with the number and the
-- last day of that approval, and firms that it keeps away from. How it stands with each now; one row per firm and other.
create table partner_partner (
  id bigint not null,
  version bigint not null,
  organisation_id bigint not null,
  partner_id bigint not null,
  standing varchar(20) character set ascii collate ascii_bin not null,
  approval_number varchar(60),
  valid_to date,
  scope varchar(500),
  reason varchar(500),
  decided_at datetime(6) not null,
  decider_id bigint not null,
  constraint pk_partner_partner primary key (id),
  constraint uq_partner_partner unique (organisation_id, partner_id),
  constraint ck_partner_partner_other check (organisation_id <> partner_id),
  constraint ck_partner_partner_standing check (standing in ('approved', 'blocked', 'none')),
  constraint ck_partner_partner_approved check ((standing = 'approved') = (approval_number is not null and valid_to is not null)),
  constraint ck_partner_partner_blocked check (standing <> 'blocked' or reason is not null)
);
create index ix_partner_partner_standing on partner_partner (organisation_id, standing, id);
create index ix_partner_partner_partner on partner_partner (partner_id, standing);

-- Every decision as it was made: who, when, and why.
create table partner_decision (
  id bigint not null,
  organisation_id bigint not null,
  partner_id bigint not null,
  standing varchar(20) character set ascii collate ascii_bin not null,
  approval_number varchar(60),
  valid_to date,
  scope varchar(500),
  reason varchar(500),
  decided_at datetime(6) not null,
  decider_id bigint not null,
  constraint pk_partner_decision primary key (id)
);
create index ix_partner_decision_partner on partner_decision (organisation_id, partner_id, id);
/* [jooq ignore start] */
create trigger tr_partner_decision_update before update on partner_decision for each row
  signal sqlstate '45000' set message_text = 'partner_decision is insert-only: no row is ever changed';
create trigger tr_partner_decision_delete before delete on partner_decision for each row
  signal sqlstate '45000' set message_text = 'partner_decision is insert-only: no row is ever deleted';
/* [jooq ignore stop] */

-- Who finds a lot. A tender keeps what its lot had, which cannot change while the tender binds it.
alter table listing_lot add column visibility varchar(20) character set ascii collate ascii_bin default 'public' not null;
alter table listing_lot add constraint ck_listing_lot_visibility check (visibility in ('public', 'approved-buyers'));
alter table tender_tender add column visibility varchar(20) character set ascii collate ascii_bin default 'public' not null;
alter table tender_tender add constraint ck_tender_tender_visibility check (visibility in ('public', 'approved-buyers'));
