-- A code means nothing without its scheme: eight digits are general waste under GB/T 39198-2020 and hazardous waste in
-- the national list. A lot keeps the scheme of its stream's code beside the code, so that the hazard gate judges it as
-- it judged the stream.
alter table listing_lot add column code_scheme varchar(20) character set ascii collate ascii_bin;

/* [jooq ignore start] */
update listing_lot l join stream_stream s on s.id = l.stream_id set l.code_scheme = s.code_scheme;
/* [jooq ignore stop] */
