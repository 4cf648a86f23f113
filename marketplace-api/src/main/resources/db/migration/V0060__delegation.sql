-- A firm lets another one, such as its group company or a broker, act for it: within a scope, from a first day to a last one by
-- the calendar of China. What was offered never changes; status and days of what came of it do. `until_day` is the last day on
-- which it works or worked, also after an early end. `scopes` are codes parted by blanks and are always read with the row.
create table delegation_delegation (
  id bigint not null,
  version bigint not null,
  process_version smallint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  delegator_id bigint not null,
  delegate_id bigint not null,
  scopes varchar(80) character set ascii collate ascii_bin not null,
  first_day date not null,
  last_day date not null,
  note varchar(500),
  offered_at datetime(6) not null,
  answer_by date not null,
  accepted_at datetime(6),
  until_day date not null,
  warned boolean not null,
  constraint pk_delegation_delegation primary key (id),
  constraint ck_delegation_delegation_status check (
    status in ('offered', 'active', 'declined', 'withdrawn', 'lapsed', 'ended', 'expired')),
  constraint ck_delegation_delegation_parties check (delegator_id <> delegate_id),
  constraint ck_delegation_delegation_days check (
    first_day <= last_day and until_day <= last_day and answer_by <= last_day),
  constraint ck_delegation_delegation_accepted check (
    (status in ('active', 'ended', 'expired')) = (accepted_at is not null))
);
create index ix_delegation_delegation_delegator on delegation_delegation (delegator_id, delegate_id, status);
create index ix_delegation_delegation_delegate on delegation_delegation (delegate_id, delegator_id, status);
create index ix_delegation_delegation_answer on delegation_delegation (status, answer_by);
create index ix_delegation_delegation_last on delegation_delegation (status, last_day);

-- Every step of the course, once and for good. The exchange takes those that time brings; then nobody stands beside it.
create table delegation_step (
  delegation_id bigint not null,
  line smallint not null,
  act varchar(20) character set ascii collate ascii_bin not null,
  side varchar(20) character set ascii collate ascii_bin,
  member_id bigint,
  words varchar(500),
  taken_at datetime(6) not null,
  constraint pk_delegation_step primary key (delegation_id, line),
  constraint fk_delegation_step_delegation foreign key (delegation_id) references delegation_delegation (id),
  constraint ck_delegation_step_side check (side in ('delegator', 'delegate')),
  constraint ck_delegation_step_member check ((side is null) = (member_id is null))
);

-- Who did it for whom: `organisation_id` is for whom, `delegate_id` the firm of the member who did it under a delegation.
alter table audit_record add column delegate_id bigint;
alter table audit_record add column delegation_id bigint;
alter table audit_record add constraint ck_audit_record_delegate check ((delegate_id is null) = (delegation_id is null));
create index ix_audit_record_delegate on audit_record (delegate_id, id);
create index ix_audit_record_delegated on audit_record (organisation_id, delegate_id, id);
/* [jooq ignore start] */
-- Who acts for other firms reads the notices of each.
alter table notify_reader drop primary key, add constraint pk_notify_reader primary key (member_id, organisation_id);
create trigger tr_delegation_step_update before update on delegation_step for each row
  signal sqlstate '45000' set message_text = 'delegation_step is insert-only: no row is ever changed';
create trigger tr_delegation_step_delete before delete on delegation_step for each row
  signal sqlstate '45000' set message_text = 'delegation_step is insert-only: no row is ever deleted';
/* [jooq ignore stop] */
