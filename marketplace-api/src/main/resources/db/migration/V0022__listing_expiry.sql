-- Lots and demands whose window is over are off the market. The index is for the sweep that looks for them.
-- MariaDB and MySQL drop a check in different words; each reads its own comment. MySQL before 8.0.16 has no checks.
alter table listing_lot add constraint ck_listing_lot_state
  check (status in ('published', 'withdrawn', 'expired', 'closed'))
  /*M!100600 , drop constraint ck_listing_lot_status */ /*!80016 , drop check ck_listing_lot_status */;
create index ix_listing_lot_window on listing_lot (status, available_to);

alter table demand_demand add constraint ck_demand_demand_state
  check (status in ('published', 'withdrawn', 'expired', 'closed'))
  /*M!100600 , drop constraint ck_demand_demand_status */ /*!80016 , drop check ck_demand_demand_status */;
create index ix_demand_demand_window on demand_demand (status, needed_to);
