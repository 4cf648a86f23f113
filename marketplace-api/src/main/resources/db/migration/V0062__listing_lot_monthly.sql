-- Whether a lot has quantities by month, so that they are looked for where there are some.
alter table listing_lot add column monthly boolean default false not null;
/* [jooq ignore start] */
update listing_lot set monthly = true where id in (select lot_id from listing_lot_month);
/* [jooq ignore stop] */
