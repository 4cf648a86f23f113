-- An account of money is read by its counterparty as well as by its owner.
create index ix_ledger_account_counterparty on ledger_account (counterparty_id, kind);
