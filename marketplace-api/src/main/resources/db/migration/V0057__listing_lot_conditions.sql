-- What a lot asks of an order and of whoever fetches it: the least quantity of one offer, the regions to which it goes,
-- how it is loaded and when. Short closed lists that are always read with the lot, so they stand in its row, and no
-- candidate of a match costs another read: destinations are division codes and loading modes are codes, parted by blanks;
-- loading days are digits, 1 for Monday; hours are local times of China, 08:00. Nothing is said where a column is empty.
alter table listing_lot add column minimum_kg bigint;
alter table listing_lot add column destinations varchar(350) character set ascii collate ascii_bin;
alter table listing_lot add column loading_modes varchar(100) character set ascii collate ascii_bin;
alter table listing_lot add column loading_days varchar(7) character set ascii collate ascii_bin;
alter table listing_lot add column loading_from varchar(5) character set ascii collate ascii_bin;
alter table listing_lot add column loading_to varchar(5) character set ascii collate ascii_bin;
alter table listing_lot add constraint ck_listing_lot_minimum check (minimum_kg is null or minimum_kg between 1 and quantity_kg);
alter table listing_lot add constraint ck_listing_lot_loading_hours check (
  (loading_days is null and loading_from is null and loading_to is null)
  or (loading_days is not null and loading_from is not null and loading_to is not null and loading_from < loading_to));
