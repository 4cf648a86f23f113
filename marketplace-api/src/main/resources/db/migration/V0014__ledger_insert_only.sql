-- What was recorded stays as it was recorded: the application has no right to change it, and these keep everybody else
-- who works on rows from doing so by accident.
/* [jooq ignore start] */
create trigger tr_ledger_account_update before update on ledger_account for each row
  signal sqlstate '45000' set message_text = 'ledger_account is insert-only: no row is ever changed';
create trigger tr_ledger_account_delete before delete on ledger_account for each row
  signal sqlstate '45000' set message_text = 'ledger_account is insert-only: no row is ever deleted';
create trigger tr_ledger_transfer_update before update on ledger_transfer for each row
  signal sqlstate '45000' set message_text = 'ledger_transfer is insert-only: no row is ever changed';
create trigger tr_ledger_transfer_delete before delete on ledger_transfer for each row
  signal sqlstate '45000' set message_text = 'ledger_transfer is insert-only: no row is ever deleted';
create trigger tr_ledger_posting_update before update on ledger_posting for each row
  signal sqlstate '45000' set message_text = 'ledger_posting is insert-only: no row is ever changed';
create trigger tr_ledger_posting_delete before delete on ledger_posting for each row
  signal sqlstate '45000' set message_text = 'ledger_posting is insert-only: no row is ever deleted';
create trigger tr_ledger_block_update before update on ledger_block for each row
  signal sqlstate '45000' set message_text = 'ledger_block is insert-only: no row is ever changed';
create trigger tr_ledger_block_delete before delete on ledger_block for each row
  signal sqlstate '45000' set message_text = 'ledger_block is insert-only: no row is ever deleted';
create trigger tr_ledger_closing_update before update on ledger_closing for each row
  signal sqlstate '45000' set message_text = 'ledger_closing is insert-only: no row is ever changed';
create trigger tr_ledger_closing_delete before delete on ledger_closing for each row
  signal sqlstate '45000' set message_text = 'ledger_closing is insert-only: no row is ever deleted';
create trigger tr_ledger_key_update before update on ledger_key for each row
  signal sqlstate '45000' set message_text = 'ledger_key is insert-only: no row is ever changed';
create trigger tr_ledger_key_delete before delete on ledger_key for each row
  signal sqlstate '45000' set message_text = 'ledger_key is insert-only: no row is ever deleted';
create trigger tr_audit_record_update before update on audit_record for each row
  signal sqlstate '45000' set message_text = 'audit_record is insert-only: no row is ever changed';
create trigger tr_audit_record_delete before delete on audit_record for each row
  signal sqlstate '45000' set message_text = 'audit_record is insert-only: no row is ever deleted';
/* [jooq ignore stop] */
