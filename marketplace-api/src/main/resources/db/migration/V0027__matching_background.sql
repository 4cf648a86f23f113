-- What matching asks about the past of a pair: when loads of a stream were last sampled, by way of its agreements, and
-- how the last loads between two organisations went.
create index ix_deal_agreement_stream on deal_agreement (stream_id, id);
create index ix_settlement_assay_agreement on settlement_assay (agreement_id, status, sampled_on);
create index ix_transfer_load_record on transfer_load (seller_id, buyer_id, id);
