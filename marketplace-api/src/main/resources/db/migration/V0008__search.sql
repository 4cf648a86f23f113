-- What the search index shall hold, written in the transaction of the change that it mirrors. The indexer sends rows
-- with pending = 1 and then clears the mark, so a transaction that commits late is not passed over as it would be by
-- a high-water mark. `revision` counts the writes of a row and is the external version in Elasticsearch: it rises also
-- when only the tonnes or the owner's standing changed, which leave the `version` of the lot or demand as it is.
create table search_document (
  kind varchar(10) character set ascii collate ascii_bin not null,
  id bigint not null,
  version bigint not null,
  revision bigint not null,
  status varchar(20) character set ascii collate ascii_bin not null,
  body longtext character set utf8mb4 collate utf8mb4_bin not null,
  pending smallint not null,
  changed_at datetime(6) not null,
  failed_reason varchar(500) character set utf8mb4 collate utf8mb4_bin,
  constraint pk_search_document primary key (kind, id),
  constraint ck_search_document_kind check (kind in ('lot', 'demand')),
  constraint ck_search_document_pending check (pending in (0, 1, 2)),
  constraint ck_search_document_failed check (pending <> 2 or failed_reason is not null)
);
create index ix_search_document_pending on search_document (pending, changed_at);
