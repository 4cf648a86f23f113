package cn.wufei.exchange.ledger.book;

import cn.wufei.exchange.kernel.Id;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which postings are asked for: those of one account or of all accounts of an organisation, by the
/// days on which they happened, both included.
public record StatementQuery(Scope scope, @Nullable LocalDate from, @Nullable LocalDate to) {

  public sealed interface Scope {}

  public record OfAccount(Id account) implements Scope {}

  /// Of the accounts that it owns or is the counterparty of.
  ///
  /// @param withMoney whether accounts of money are among them
  public record OfOrganisation(Id organisation, boolean withMoney) implements Scope {

    public OfOrganisation(Id organisation) {
      this(organisation, true);
    }
  }
}
