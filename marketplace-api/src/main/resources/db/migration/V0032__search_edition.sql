-- Which edition of its text a document is of. A release that puts more into documents makes those of earlier ones anew.
alter table search_document add column edition smallint default 1 not null;
create index ix_search_document_edition on search_document (kind, edition, id);
