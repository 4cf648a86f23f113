-- Offers end by themselves on a last day, by the rules that held when they were made. Those that are open get a month from
-- today, since nobody was told that they end; of the others the day says nothing any more.
alter table deal_offer add column process_version smallint default 1 not null;
alter table deal_offer add column valid_to date default '2026-12-31' not null;
alter table deal_offer add column reminded_at datetime(6);
/* [jooq ignore start] */
update deal_offer
  set valid_to = case when status = 'open' then date_add(utc_date(), interval 30 day) else date(created_at) end;
alter table deal_offer alter column valid_to drop default;
/* [jooq ignore stop] */
create index ix_deal_offer_valid on deal_offer (status, valid_to);

-- MariaDB and MySQL drop a check in different words; each reads its own comment. MySQL before 8.0.16 has no checks.
alter table deal_offer add constraint ck_deal_offer_state
  check (status in ('open', 'accepted', 'declined', 'withdrawn', 'countered', 'expired'))
  /*M!100600 , drop constraint ck_deal_offer_status */ /*!80016 , drop check ck_deal_offer_status */;
