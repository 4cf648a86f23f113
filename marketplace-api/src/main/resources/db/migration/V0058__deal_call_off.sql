-- Yearly frameworks: an offer may say that its quantity is the total of the time of delivery, of which the buyer calls off what
-- falls to each month. Nothing is said where the columns are empty. An agreement has the terms of its offer; that it is a
-- framework stands in its own row too, so that those of a buyer are found by an index.
alter table deal_offer add column call_off_day smallint;
alter table deal_offer add column flexibility_pct smallint;
alter table deal_offer add column answer_days smallint;
alter table deal_offer add constraint ck_deal_offer_framework check (
  (call_off_day is null and flexibility_pct is null and answer_days is null)
  or (call_off_day between 1 and 28 and flexibility_pct between 0 and 100 and answer_days between 1 and 14
    and flexibility_pct is not null and answer_days is not null));
alter table deal_agreement add column framework boolean default false not null;
create index ix_deal_agreement_framework on deal_agreement (buyer_id, framework, status);

-- What the buyer called off for one month. What was called for never changes; status, the day that is due and how it ended do.
-- `live_month` keeps a second call-off of the same month away while one is open or accepted. A month stands as its first day.
create table deal_call_off (
  id bigint not null,
  version bigint not null,
  process_version smallint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  agreement_id bigint not null,
  delivery_month date not null,
  live_month date,
  quantity_kg bigint not null,
  note varchar(500),
  seller_id bigint not null,
  buyer_id bigint not null,
  called_by_id bigint not null,
  called_at datetime(6) not null,
  due_on date,
  ended_at datetime(6),
  ended_by_id bigint,
  reason varchar(1000),
  constraint pk_deal_call_off primary key (id),
  constraint uq_deal_call_off_live unique (agreement_id, live_month),
  constraint fk_deal_call_off_agreement foreign key (agreement_id) references deal_agreement (id),
  constraint ck_deal_call_off_status check (
    status in ('called', 'requested', 'accepted', 'declined', 'withdrawn', 'lapsed')),
  constraint ck_deal_call_off_parties check (seller_id <> buyer_id),
  constraint ck_deal_call_off_quantity check (quantity_kg > 0),
  constraint ck_deal_call_off_live check (
    (status in ('called', 'requested', 'accepted')) = (live_month is not null)
    and (live_month is null or live_month = delivery_month)),
  constraint ck_deal_call_off_due check ((status in ('called', 'requested')) = (due_on is not null)),
  constraint ck_deal_call_off_ended check ((ended_at is null) = (due_on is not null)),
  constraint ck_deal_call_off_reason check ((status = 'declined') = (reason is not null))
);
create index ix_deal_call_off_month on deal_call_off (agreement_id, delivery_month, id);
create index ix_deal_call_off_seller on deal_call_off (seller_id, status, id);
create index ix_deal_call_off_buyer on deal_call_off (buyer_id, id);
create index ix_deal_call_off_due on deal_call_off (status, due_on);

-- What of a load left beyond the call-off of its month and the tolerance, as it was measured when the load was recorded or its weight corrected.
alter table transfer_load add column beyond_call_off_kg bigint default 0 not null;
alter table transfer_load add constraint ck_transfer_load_beyond_call_off check (beyond_call_off_kg >= 0);
