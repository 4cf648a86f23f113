package cn.wufei.exchange.account;

import cn.wufei.exchange.deal.Agreement;
import cn.wufei.exchange.deal.Agreements;
import cn.wufei.exchange.kernel.Caller;
import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.ledger.AccountKind;
import cn.wufei.exchange.ledger.Unit;
import cn.wufei.exchange.ledger.book.BookAccount;
import cn.wufei.exchange.transfer.Load;
import cn.wufei.exchange.transfer.Loads;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says who may see an account. What the pages of an agreement and of a load show to both parties
/// is open to both here as well: what is still to be loaded and what was, what is on the truck and
/// what the scales differ by. Who sees the tonnes of all organisations sees nobody's money.
@Singleton
class SharedAccounts {

  private static final Set<String> OF_AGREEMENT =
      codes(AccountKind.RESERVED, AccountKind.FULFILLED);
  private static final Set<String> OF_LOAD = codes(AccountKind.IN_TRANSIT, AccountKind.DIFFERENCE);

  private final Agreements agreements;
  private final Loads loads;

  SharedAccounts(Agreements agreements, Loads loads) {
    this.agreements = agreements;
    this.loads = loads;
  }

  boolean maySee(Caller caller, BookAccount account) {
    return seesAll(caller, account.unit())
        || account.isOf(caller.organisationId())
        || isParty(caller, account);
  }

  /// Whether the caller sees accounts of that unit, whoever owns them.
  static boolean seesAll(Caller caller, String unit) {
    return caller.role().seesAll() && !unit.equals(Unit.MONEY_FEN.code());
  }

  /// Whether the caller sees the money of an organisation, or of all.
  static boolean seesMoneyOf(Caller caller, @Nullable Id organisation) {
    return !caller.role().seesAll() || caller.organisationId().equals(organisation);
  }

  private boolean isParty(Caller caller, BookAccount account) {
    Id subject = account.subjectId();
    if (subject == null) {
      return false;
    }
    if (OF_AGREEMENT.contains(account.kind())) {
      Agreement agreement = agreements.find(subject);
      return agreement != null && Agreements.maySee(caller, agreement);
    }
    if (OF_LOAD.contains(account.kind())) {
      Load load = loads.find(subject);
      return load != null
          && (caller.maySee(load.seller().id()) || caller.maySee(load.buyer().id()));
    }
    return false;
  }

  private static Set<String> codes(AccountKind... kinds) {
    return Stream.of(kinds).map(AccountKind::code).collect(Collectors.toSet());
  }
}
