package cn.wufei.exchange.account;

import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.CommonRefusal;
import cn.wufei.exchange.kernel.Outcome;
import cn.wufei.exchange.ledger.Seals;
import cn.wufei.exchange.ledger.book.StatementBook;
import cn.wufei.exchange.ledger.book.StatementLine;
import jakarta.inject.Singleton;

/// Who may have which proof.
@Singleton
class SeeProofs {

  private final Seals seals;
  private final StatementBook statements;
  private final SeeStatements see;

  SeeProofs(Seals seals, StatementBook statements, SeeStatements see) {
    this.seals = seals;
    this.statements = statements;
    this.see = see;
  }

  Outcome<ProofView> of(Caller caller, long posting) {
    StatementLine line = posting < 1 ? null : statements.find(posting);
    if (line == null || !SeeStatements.mayProve(caller, line)) {
      return Outcome.refused(CommonRefusal.NOT_FOUND);
    }
    Seals.Proof proof = seals.proofOf(posting);
    return proof == null
        ? Outcome.refused(AccountRefusal.NOT_SEALED)
        : Outcome.done(ProofView.of(proof, see.line(caller, line)));
  }

  Outcome<ProofView.Head> head() {
    Seals.Sealed head = seals.head();
    return head == null
        ? Outcome.refused(AccountRefusal.NOT_SEALED)
        : Outcome.done(ProofView.head(head));
  }
}
