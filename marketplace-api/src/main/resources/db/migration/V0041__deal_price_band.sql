-- How the price of an offer moves with the quality that is measured: one row for each band of values of a parameter. Rows are
-- written with their offer and never change.
create table deal_price_band (
  offer_id bigint not null,
  line smallint not null,
  band smallint not null,
  parameter_key varchar(40) character set ascii collate ascii_bin not null,
  basis varchar(20) character set ascii collate ascii_bin not null,
  guaranteed decimal(14, 4) not null,
  low decimal(14, 4),
  high decimal(14, 4),
  yuan_per_t_per_unit decimal(9, 4) not null,
  constraint pk_deal_price_band primary key (offer_id, line, band),
  constraint fk_deal_price_band_offer foreign key (offer_id) references deal_offer (id),
  constraint ck_deal_price_band_basis check (basis in ('wet', 'dry', 'as-received', 'none')),
  constraint ck_deal_price_band_ends check (low < high)
);

-- What a tonne costs by a laboratory report, settled when it is recorded. Up to now that was the price of the agreement.
alter table settlement_assay add column price_yuan_per_t decimal(10, 2) default 0 not null;
/* [jooq ignore start] */
update settlement_assay
set price_yuan_per_t = (
  select offer.price_yuan_per_t
  from deal_agreement agreement join deal_offer offer on offer.id = agreement.offer_id
  where agreement.id = settlement_assay.agreement_id);
alter table settlement_assay alter column price_yuan_per_t drop default;
/* [jooq ignore stop] */
