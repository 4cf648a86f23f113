-- Of which lots and demands their owners have been told that they end, and for which last day: one that is given another
-- is told of again.
create table listing_lot_warning (
  lot_id bigint not null,
  available_to date not null,
  constraint pk_listing_lot_warning primary key (lot_id, available_to)
);

create table demand_warning (
  demand_id bigint not null,
  needed_to date not null,
  constraint pk_demand_warning primary key (demand_id, needed_to)
);
