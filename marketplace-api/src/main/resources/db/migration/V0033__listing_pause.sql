-- A lot can be taken off the market for a while.
-- MariaDB and MySQL drop a check in different words; each reads its own comment. MySQL before 8.0.16 has no checks.
alter table listing_lot add constraint ck_listing_lot_standing
  check (status in ('published', 'paused', 'withdrawn', 'expired', 'closed'))
  /*M!100600 , drop constraint ck_listing_lot_state */ /*!80016 , drop check ck_listing_lot_state */;
