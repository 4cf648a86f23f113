-- Not only offers have a price that moves with quality: bands belong to whatever has a price, whose kind and id name it. Its own
-- row says whether there are any, so that nobody looks for those of a price that does not move.
create table price_band (
  subject_kind varchar(40) character set ascii collate ascii_bin not null,
  subject_id bigint not null,
  line smallint not null,
  band smallint not null,
  parameter_key varchar(40) character set ascii collate ascii_bin not null,
  basis varchar(20) character set ascii collate ascii_bin not null,
  guaranteed decimal(14, 4) not null,
  low decimal(14, 4),
  high decimal(14, 4),
  yuan_per_t_per_unit decimal(9, 4) not null,
  constraint pk_price_band primary key (subject_kind, subject_id, line, band),
  constraint ck_price_band_basis check (basis in ('wet', 'dry', 'as-received', 'none')),
  constraint ck_price_band_ends check (low < high)
);
/* [jooq ignore start] */
insert into price_band
  (subject_kind, subject_id, line, band, parameter_key, basis, guaranteed, low, high, yuan_per_t_per_unit)
select 'offer', offer_id, line, band, parameter_key, basis, guaranteed, low, high, yuan_per_t_per_unit
from deal_price_band;
/* [jooq ignore stop] */
drop table deal_price_band;

alter table listing_lot add column adjusted boolean default false not null;
alter table deal_offer add column adjusted boolean default false not null;
/* [jooq ignore start] */
update deal_offer set adjusted = true where id in (select subject_id from price_band where subject_kind = 'offer');
/* [jooq ignore stop] */
