-- How the indexer keeps the indices in Elasticsearch equal to search_document, and what it found.
--
-- `generation` rises when an index comes to be that must get every write. Whoever sends documents reads it first and clears
-- the mark of what was sent only while it is still the same: a document that went to the old index alone keeps waiting.
create table search_index (
  kind varchar(10) character set ascii collate ascii_bin not null,
  generation bigint not null,
  -- The index that is filled beside the one behind the alias.
  target varchar(100) character set ascii collate ascii_bin,
  constraint pk_search_index primary key (kind),
  constraint ck_search_index_kind check (kind in ('lot', 'demand')),
  constraint ck_search_index_generation check (generation > 0)
);

-- Comparing and rebuilding, done by whichever instance holds the lease. A table of its own, so that progress, which is
-- written often, does not meet those who read the generation.
create table search_upkeep (
  kind varchar(10) character set ascii collate ascii_bin not null,
  lease_holder varchar(40) character set ascii collate ascii_bin,
  lease_until datetime(6),
  comparison_requested_at datetime(6),
  compared_at datetime(6),
  compared_took_ms bigint,
  compared_documents bigint,
  compared_indexed bigint,
  compared_missing bigint,
  compared_older bigint,
  compared_newer bigint,
  compared_surplus bigint,
  compared_mended bigint,
  rebuild_requested_at datetime(6),
  rebuild_state varchar(20) character set ascii collate ascii_bin not null,
  rebuild_reason varchar(20) character set ascii collate ascii_bin,
  rebuild_started_at datetime(6),
  rebuild_ended_at datetime(6),
  rebuild_total bigint not null,
  rebuild_scanned bigint not null,
  rebuild_scanned_to bigint not null,
  constraint pk_search_upkeep primary key (kind),
  constraint ck_search_upkeep_kind check (kind in ('lot', 'demand')),
  constraint ck_search_upkeep_rebuild check (rebuild_state in ('idle', 'filling', 'checking')),
  constraint ck_search_upkeep_scanned check (rebuild_scanned >= 0 and rebuild_total >= 0)
);

insert into search_index (kind, generation, target) values ('lot', 1, null);
insert into search_index (kind, generation, target) values ('demand', 1, null);
insert into search_upkeep (kind, rebuild_state, rebuild_total, rebuild_scanned, rebuild_scanned_to) values ('lot', 'idle', 0, 0, 0);
insert into search_upkeep (kind, rebuild_state, rebuild_total, rebuild_scanned, rebuild_scanned_to) values ('demand', 'idle', 0, 0, 0);

-- Definitions of an index in the order in which releases brought them, so that an instance of the release before does not
-- rebuild what the newer one has just built.
create table search_definition (
  kind varchar(10) character set ascii collate ascii_bin not null,
  edition varchar(20) character set ascii collate ascii_bin not null,
  seen_at datetime(6) not null,
  constraint pk_search_definition primary key (kind, edition)
);

-- Indices that nothing writes to any more; they are kept while a reader may still be in them.
create table search_retired_index (
  name varchar(100) character set ascii collate ascii_bin not null,
  retired_at datetime(6) not null,
  constraint pk_search_retired_index primary key (name)
);

-- Instances that take documents in, and when each was last heard of: they share the documents among them.
create table search_instance (
  name varchar(40) character set ascii collate ascii_bin not null,
  seen_at datetime(6) not null,
  constraint pk_search_instance primary key (name)
);

-- Since when a document is set aside. From here on `changed_at` is when a row was last put on its way to the index.
alter table search_document add column failed_at datetime(6);

-- With the revision, so that counts and sums of a whole market are read from the index and not past the bodies.
drop index ix_search_document_pending on search_document;
create index ix_search_document_pending on search_document (pending, changed_at, revision);
