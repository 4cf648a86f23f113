-- A lot or a demand is to move at once or month by month. Whatever recurs has tonnes for each month of its window; they
-- sum to its quantity, which alone the ledger knows of. No row means that it does not recur.
create table listing_lot_month (
  lot_id bigint not null,
  month_starts_on date not null,
  quantity_kg bigint not null,
  constraint pk_listing_lot_month primary key (lot_id, month_starts_on),
  constraint fk_listing_lot_month_lot foreign key (lot_id) references listing_lot (id),
  constraint ck_listing_lot_month_start check (extract(day from month_starts_on) = 1),
  constraint ck_listing_lot_month_quantity check (quantity_kg >= 0)
);

create table demand_month (
  demand_id bigint not null,
  month_starts_on date not null,
  quantity_kg bigint not null,
  constraint pk_demand_month primary key (demand_id, month_starts_on),
  constraint fk_demand_month_demand foreign key (demand_id) references demand_demand (id),
  constraint ck_demand_month_start check (extract(day from month_starts_on) = 1),
  constraint ck_demand_month_quantity check (quantity_kg >= 0)
);
