-- The loads on their way to a buyer are counted whenever somebody there looks at what waits, and by then most loads of
-- that buyer have long been received.
create index ix_transfer_load_arriving on transfer_load (buyer_id, status, id);
