-- Searches of whose new results the firm is told. `told_to` is until when they were told; it is there while they are.
alter table search_saved add column told_to datetime(6);
create index ix_search_saved_told on search_saved (told_to);
