-- Searches that members keep, as they stand in the address. `opened_at` is when the member last looked at the results:
-- what was published since counts as new.
create table search_saved (
  id bigint not null,
  version bigint not null,
  organisation_id bigint not null,
  member_id bigint not null,
  kind varchar(10) character set ascii collate ascii_bin not null,
  name varchar(80) character set utf8mb4 collate utf8mb4_bin not null,
  query varchar(2000) character set utf8mb4 collate utf8mb4_bin not null,
  created_at datetime(6) not null,
  opened_at datetime(6) not null,
  constraint pk_search_saved primary key (id),
  constraint uq_search_saved_name unique (member_id, name),
  constraint ck_search_saved_kind check (kind in ('lots', 'demands'))
);
