-- Where a price holds and how tonnes travel. A lot's price holds ex works, or delivered within a radius with one or two
-- invoices; a demand's limit is delivered or ex works; an offer keeps the basis of its lot and the way that its freight
-- was reckoned over. A site says what besides trucks it can load, and in which coordinates it was given. What was there
-- before keeps its meaning: ex works, a delivered limit, by road, estimated, WGS-84.
alter table identity_site add column rail_siding boolean default false not null;
alter table identity_site add column wharf boolean default false not null;
alter table identity_site add column given_system varchar(10) character set ascii collate ascii_bin default 'wgs-84' not null;
alter table identity_site add constraint ck_identity_site_given_system check (given_system in ('wgs-84', 'gcj-02', 'bd-09'));

alter table listing_lot add column delivery_radius_km int;
alter table listing_lot add column freight_invoice varchar(20) character set ascii collate ascii_bin;
alter table listing_lot add constraint ck_listing_lot_delivery check (
  (delivery_radius_km is null and freight_invoice is null)
  or (delivery_radius_km is not null and freight_invoice is not null));
alter table listing_lot add constraint ck_listing_lot_delivery_radius check (delivery_radius_km between 1 and 3000);
alter table listing_lot add constraint ck_listing_lot_freight_invoice check (freight_invoice in ('one-invoice', 'two-invoice'));

alter table demand_demand add column limit_basis varchar(20) character set ascii collate ascii_bin default 'delivered' not null;
alter table demand_demand add constraint ck_demand_demand_limit_basis check (limit_basis in ('ex-works', 'delivered'));

alter table deal_offer add column freight_invoice varchar(20) character set ascii collate ascii_bin;
alter table deal_offer add column haul_mode varchar(10) character set ascii collate ascii_bin default 'road' not null;
alter table deal_offer add column distance_source varchar(10) character set ascii collate ascii_bin default 'estimated' not null;
alter table deal_offer add constraint ck_deal_offer_freight_invoice check (freight_invoice in ('one-invoice', 'two-invoice'));
alter table deal_offer add constraint ck_deal_offer_haul_mode check (haul_mode in ('road', 'rail', 'water'));
alter table deal_offer add constraint ck_deal_offer_distance_source check (distance_source in ('estimated', 'routed'));

-- Documents of the search say the same of what was there before; the new edition of the index takes them from here.
/* [jooq ignore start] */
update search_document set body = json_set(body, '$.site.modes', json_array('road'));
update search_document set body = json_set(body, '$.limitBasis', 'delivered') where kind = 'demand';
/* [jooq ignore stop] */
