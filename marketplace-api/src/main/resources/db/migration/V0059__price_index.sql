-- Prices that follow an index from month to month, prices of a dry tonne, and a fee for loading. Index series are reference data
-- of the operator; the exchange ships none. A value is stated once and corrected by a later row of the same month: the last one
-- counts.
create table price_index (
  code varchar(40) character set ascii collate ascii_bin not null,
  version bigint not null,
  name_zh varchar(120) not null,
  name_en varchar(120) not null,
  source varchar(500) not null,
  verified boolean not null,
  stated_at datetime(6) not null,
  stated_by_id bigint not null,
  constraint pk_price_index primary key (code)
);

create table price_index_value (
  id bigint not null,
  index_code varchar(40) character set ascii collate ascii_bin not null,
  month_starts_on date not null,
  yuan_per_t decimal(10, 2) not null,
  stated_at datetime(6) not null,
  stated_by_id bigint not null,
  note varchar(500),
  constraint pk_price_index_value primary key (id),
  constraint fk_price_index_value_index foreign key (index_code) references price_index (code)
);
create index ix_price_index_value_month on price_index_value (index_code, month_starts_on, id);
/* [jooq ignore start] */
create trigger tr_price_index_value_update before update on price_index_value for each row
  signal sqlstate '45000' set message_text = 'price_index_value is insert-only';
create trigger tr_price_index_value_delete before delete on price_index_value for each row
  signal sqlstate '45000' set message_text = 'price_index_value is insert-only';
/* [jooq ignore stop] */

-- Read with the offer's row, so that no receipt asks for more than before. A price in the offer's own column is then the
-- indicative one.
alter table deal_offer add column index_code varchar(40) character set ascii collate ascii_bin;
alter table deal_offer add column index_coefficient decimal(6, 4);
alter table deal_offer add column index_plus_yuan_per_t decimal(10, 2);
alter table deal_offer add column index_floor_yuan_per_t decimal(10, 2);
alter table deal_offer add column index_ceiling_yuan_per_t decimal(10, 2);
alter table deal_offer add column per_dry_t boolean default false not null;
alter table deal_offer add column loading_fee_yuan_per_t decimal(7, 2);
alter table deal_offer add constraint fk_deal_offer_index foreign key (index_code) references price_index (code);
alter table deal_offer add constraint ck_deal_offer_index check (
  (index_code is null and index_coefficient is null and index_plus_yuan_per_t is null and index_floor_yuan_per_t is null
    and index_ceiling_yuan_per_t is null)
  or (index_code is not null and index_coefficient > 0 and index_plus_yuan_per_t is not null));
alter table deal_offer add constraint ck_deal_offer_loading_fee check (loading_fee_yuan_per_t is null or loading_fee_yuan_per_t > 0);

-- How a line of such an agreement came about, so that it can be worked out again; nothing of the others.
alter table settlement_line add column price_month_starts_on date;
alter table settlement_line add column index_code varchar(40) character set ascii collate ascii_bin;
alter table settlement_line add column index_yuan_per_t decimal(10, 2);
alter table settlement_line add column base_yuan_per_t decimal(10, 2);
alter table settlement_line add column per_dry_t boolean default false not null;
alter table settlement_line add column moisture_pct decimal(5, 2);
alter table settlement_line add column loading_fee_yuan_per_t decimal(7, 2);
alter table settlement_line add column loading_fen bigint default 0 not null;
alter table settlement_line add constraint ck_settlement_line_index check (
  (index_code is null) = (index_yuan_per_t is null) and (index_code is null) = (price_month_starts_on is null));
alter table settlement_statement add column loading_fen bigint default 0 not null;
