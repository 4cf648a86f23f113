-- What a lot has cost since when. Of lots that are there already the audit log knows every price and the time of it,
-- though not whether tax was included and where the price held.
create table listing_lot_price (
  lot_id bigint not null,
  number int not null,
  since datetime(6) not null,
  price_yuan_per_t decimal(10, 2) not null,
  tax_included boolean,
  basis varchar(10) character set ascii collate ascii_bin,
  constraint pk_listing_lot_price primary key (lot_id, number),
  constraint fk_listing_lot_price_lot foreign key (lot_id) references listing_lot (id),
  constraint ck_listing_lot_price_number check (number > 0),
  constraint ck_listing_lot_price_basis check (basis in ('ex-works', 'delivered')),
  constraint ck_listing_lot_price_terms check ((tax_included is null) = (basis is null))
);

/* [jooq ignore start] */
insert into listing_lot_price (lot_id, number, since, price_yuan_per_t)
select lot_id, row_number() over (partition by lot_id order by recorded_at, id), recorded_at, price
from (
  select subject_id as lot_id, id, recorded_at, price,
    lag(price) over (partition by subject_id order by recorded_at, id) as price_before
  from (
    select subject_id, id, recorded_at,
      cast(json_unquote(json_extract(facts, '$.priceYuanPerT')) as decimal(10, 2)) as price
    from audit_record
    where subject_type = 'lot' and action in ('lot-published', 'lot-changed')
  ) as said
) as changes
where (price_before is null or price <> price_before)
  and price is not null
  and lot_id in (select id from listing_lot);
/* [jooq ignore stop] */
