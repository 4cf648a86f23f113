-- The schemes' own names, `solid-waste-catalogue` and `national-hazardous-list`, are longer than the columns were.
/* [jooq ignore start] */
alter table stream_stream modify code_scheme varchar(40) character set ascii collate ascii_bin;
alter table listing_lot modify code_scheme varchar(40) character set ascii collate ascii_bin;
/* [jooq ignore stop] */
